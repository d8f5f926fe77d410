using Endre.Web.Hosting.Limits;

namespace Endre.Web.Features.Hassles;

/// <summary>
/// Guesses at claim codes. Addresses are counted in memory for five minutes and written nowhere; a right code is not
/// counted at all, so that nothing tells which address had one.
/// </summary>
internal sealed class ClaimGuesses(TimeProvider time) : GuessLimit(limit: 10, TimeSpan.FromMinutes(5), time);
