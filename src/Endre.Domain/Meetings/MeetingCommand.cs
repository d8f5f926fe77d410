namespace Endre.Domain.Meetings;

/// <summary>What somebody wants done with a meeting. Each of the folders here has its own.</summary>
public abstract record MeetingCommand;

/// <summary>Something that happened with a meeting. Each of the folders here has its own.</summary>
public abstract record MeetingEvent;
