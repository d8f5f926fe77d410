using Endre.Domain.Shared;

namespace Endre.Domain.Workshops;

/// <summary>Who acts in a workshop.</summary>
public abstract record Actor
{
    private Actor() { }

    /// <summary>A mark of this actor for one purpose; the same actor gives the same mark, and it leads back to nobody.</summary>
    /// <param name="purpose">What it marks.</param>
    public abstract string MarkFor(string purpose);

    /// <summary>A device that joined by code.</summary>
    /// <param name="Id">The participant.</param>
    /// <param name="Token">The secret the device was given when it joined.</param>
    public sealed record Device(Guid Id, string Token) : Actor
    {
        /// <inheritdoc/>
        public override string MarkFor(string purpose) => Mark.Of(Token, purpose);
    }

    /// <summary>A signed-in person who leads workshops.</summary>
    /// <param name="Id">The person.</param>
    public sealed record Leader(Guid Id) : Actor
    {
        /// <inheritdoc/>
        public override string MarkFor(string purpose) => "facilitator";
    }
}
