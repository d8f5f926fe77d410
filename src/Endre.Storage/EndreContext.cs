using Endre.Storage.Access;
using Endre.Storage.ActionItems;
using Endre.Storage.Audit;
using Endre.Storage.Factors;
using Endre.Storage.Hassles;
using Endre.Storage.Improvements;
using Endre.Storage.Improvements.Drivers;
using Endre.Storage.Improvements.Holding;
using Endre.Storage.Improvements.Measures;
using Endre.Storage.Improvements.Voices;
using Endre.Storage.Lineage;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Minutes;
using Endre.Storage.Meetings.Routines;
using Endre.Storage.Meetings.Series;
using Endre.Storage.Messages;
using Endre.Storage.Needs;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Storage.Places;
using Endre.Storage.Privacy;
using Endre.Storage.Provisioning;
using Endre.Storage.Pulses;
using Endre.Storage.Screens;
using Endre.Storage.WeeklyMessages;
using Endre.Storage.Workshops;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage;

/// <summary>Everything Endre keeps, on SQLite or PostgreSQL. The events of live boards are written by the event log.</summary>
/// <param name="options">Which database, from <c>AddSqliteStorage</c> or <c>AddPostgresStorage</c>.</param>
public sealed class EndreContext(DbContextOptions<EndreContext> options)
    : IdentityDbContext<Person, IdentityRole<Guid>, Guid>(options),
        IDataProtectionKeyContext
{
    /// <summary>Bearer tokens of people.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>One-time links to make the first administrator.</summary>
    public DbSet<FirstAdministratorLink> FirstAdministratorLinks => Set<FirstAdministratorLink>();

    /// <summary>Links that open once.</summary>
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    /// <summary>Sessions that sign-in providers have ended.</summary>
    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    /// <summary>The parts of the organization.</summary>
    public DbSet<UnitRow> Units => Set<UnitRow>();

    /// <summary>Where closed units went on.</summary>
    public DbSet<UnitSuccessor> UnitSuccessors => Set<UnitSuccessor>();

    /// <summary>The history of the units.</summary>
    public DbSet<UnitChange> UnitChanges => Set<UnitChange>();

    /// <summary>Who is what, where.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Who is away when.</summary>
    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    /// <summary>Teams that carry a change across units.</summary>
    public DbSet<ChangeTeam> ChangeTeams => Set<ChangeTeam>();

    /// <summary>Who is in them.</summary>
    public DbSet<ChangeTeamMember> ChangeTeamMembers => Set<ChangeTeamMember>();

    /// <summary>Programs that may tell who works here.</summary>
    public DbSet<ProvisioningClient> ProvisioningClients => Set<ProvisioningClient>();

    /// <summary>What they told of people besides.</summary>
    public DbSet<ProvisionedPerson> ProvisionedPeople => Set<ProvisionedPerson>();

    /// <summary>The provider's groups.</summary>
    public DbSet<ProvisionedGroup> ProvisionedGroups => Set<ProvisionedGroup>();

    /// <summary>Who is in them.</summary>
    public DbSet<ProvisionedGroupMember> ProvisionedGroupMembers => Set<ProvisionedGroupMember>();

    /// <summary>What people have because of them.</summary>
    public DbSet<ProvisionedGrant> ProvisionedGrants => Set<ProvisionedGrant>();

    /// <summary>Files that are looked at and not yet carried out.</summary>
    public DbSet<ImportPreview> ImportPreviews => Set<ImportPreview>();

    /// <summary>What administrators did.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The organization's look: one row, or none.</summary>
    public DbSet<LookRow> Looks => Set<LookRow>();

    /// <summary>Logos, by what they hold.</summary>
    public DbSet<Logo> Logos => Set<Logo>();

    /// <summary>The history of the organization's look.</summary>
    public DbSet<LookChange> LookChanges => Set<LookChange>();

    /// <summary>The chain that makes a change to it show.</summary>
    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    /// <summary>Workshops as lists and the join page see them.</summary>
    public DbSet<WorkshopRow> Workshops => Set<WorkshopRow>();

    /// <summary>Workshop templates that people saved.</summary>
    public DbSet<TemplateRow> Templates => Set<TemplateRow>();

    /// <summary>Drivers and barriers.</summary>
    public DbSet<FactorRow> Factors => Set<FactorRow>();

    /// <summary>The history of the drivers and barriers.</summary>
    public DbSet<FactorChange> FactorChanges => Set<FactorChange>();

    /// <summary>What was said to units.</summary>
    public DbSet<HassleRow> Hassles => Set<HassleRow>();

    /// <summary>What was written about it.</summary>
    public DbSet<HassleMessageRow> HassleMessages => Set<HassleMessageRow>();

    /// <summary>The history of what was said.</summary>
    public DbSet<HassleEventRow> HassleEvents => Set<HassleEventRow>();

    /// <summary>Places of units, each with a code of its own.</summary>
    public DbSet<PlaceRow> Places => Set<PlaceRow>();

    /// <summary>The pictures of hassles.</summary>
    public DbSet<HasslePhotoRow> HasslePhotos => Set<HasslePhotoRow>();

    /// <summary>Reports of content that nobody has looked at yet.</summary>
    public DbSet<ContentReportRow> ContentReports => Set<ContentReportRow>();

    /// <summary>The organization's channels for what is no hassle.</summary>
    public DbSet<ReportingChannelRow> ReportingChannels => Set<ReportingChannelRow>();

    /// <summary>«Meg også» to what was said.</summary>
    public DbSet<HassleMeTooRow> HassleMeToos => Set<HassleMeTooRow>();

    /// <summary>Screens on the walls of units.</summary>
    public DbSet<WallScreen> WallScreens => Set<WallScreen>();

    /// <summary>How units are asked about plunder.</summary>
    public DbSet<PulseRow> Pulses => Set<PulseRow>();

    /// <summary>The times they were asked, with the counts of the answers.</summary>
    public DbSet<PulseRoundRow> PulseRounds => Set<PulseRoundRow>();

    /// <summary>What one person does, by a day.</summary>
    public DbSet<ActionItemRow> ActionItems => Set<ActionItemRow>();

    /// <summary>The history of action items.</summary>
    public DbSet<ActionItemEventRow> ActionItemEvents => Set<ActionItemEventRow>();

    /// <summary>Meetings of units.</summary>
    public DbSet<MeetingRow> Meetings => Set<MeetingRow>();

    /// <summary>Minutes that are locked.</summary>
    public DbSet<MinutesRow> Minutes => Set<MinutesRow>();

    /// <summary>What was added to minutes.</summary>
    public DbSet<MinutesEntryRow> MinutesEntries => Set<MinutesEntryRow>();

    /// <summary>Their matters.</summary>
    public DbSet<MatterRow> Matters => Set<MatterRow>();

    /// <summary>What they decided.</summary>
    public DbSet<MeetingDecisionRow> MeetingDecisions => Set<MeetingDecisionRow>();

    /// <summary>Who is asked to them, and who came.</summary>
    public DbSet<AttendanceRow> Attendances => Set<AttendanceRow>();

    /// <summary>The history of meetings.</summary>
    public DbSet<MeetingEventRow> MeetingEvents => Set<MeetingEventRow>();

    /// <summary>Messages to people, and the outbox of their mail.</summary>
    public DbSet<MessageRow> Messages => Set<MessageRow>();

    /// <summary>The files that messages carry.</summary>
    public DbSet<MessageAttachmentRow> MessageAttachments => Set<MessageAttachmentRow>();

    /// <summary>What people have chosen of the kinds of messages.</summary>
    public DbSet<MessageChoiceRow> MessageChoices => Set<MessageChoiceRow>();

    /// <summary>The quiet hours that people have chosen.</summary>
    public DbSet<QuietHoursRow> QuietHours => Set<QuietHoursRow>();

    /// <summary>Addresses without an account that do without some mail.</summary>
    public DbSet<DeclinedMailRow> DeclinedMails => Set<DeclinedMailRow>();

    /// <summary>What units have agreed on, and ask themselves «som før?» about.</summary>
    public DbSet<RoutineRow> Routines => Set<RoutineRow>();

    /// <summary>What was answered.</summary>
    public DbSet<RoutineEventRow> RoutineEvents => Set<RoutineEventRow>();

    /// <summary>Which reminders of action items have been told.</summary>
    public DbSet<ToldReminderRow> ToldReminders => Set<ToldReminderRow>();

    /// <summary>When leaders want the weekly message.</summary>
    public DbSet<WeeklyTimeRow> WeeklyTimes => Set<WeeklyTimeRow>();

    /// <summary>Which weeks' messages have been thought of.</summary>
    public DbSet<WeeklyRoundRow> WeeklyRounds => Set<WeeklyRoundRow>();

    /// <summary>The links in weekly messages by which something is answered.</summary>
    public DbSet<DecisionLinkRow> DecisionLinks => Set<DecisionLinkRow>();

    /// <summary>Meetings that come again.</summary>
    public DbSet<MeetingSeriesRow> MeetingSeries => Set<MeetingSeriesRow>();

    /// <summary>Who is asked to all of them from elsewhere.</summary>
    public DbSet<SeriesGuestRow> SeriesGuests => Set<SeriesGuestRow>();

    /// <summary>Their history.</summary>
    public DbSet<SeriesEventRow> SeriesEvents => Set<SeriesEventRow>();

    /// <summary>Where people follow their calendars.</summary>
    public DbSet<CalendarLink> CalendarLinks => Set<CalendarLink>();

    /// <summary>What units try.</summary>
    public DbSet<ImprovementRow> Improvements => Set<ImprovementRow>();

    /// <summary>The history of the improvements.</summary>
    public DbSet<ImprovementEventRow> ImprovementEvents => Set<ImprovementEventRow>();

    /// <summary>What is counted in improvements.</summary>
    public DbSet<MeasureRow> Measures => Set<MeasureRow>();

    /// <summary>The history of the measures.</summary>
    public DbSet<MeasureEventRow> MeasureEvents => Set<MeasureEventRow>();

    /// <summary>The numbers that were counted.</summary>
    public DbSet<MeasurementRow> Measurements => Set<MeasurementRow>();

    /// <summary>What was corrected in them.</summary>
    public DbSet<MeasurementChangeRow> MeasurementChanges => Set<MeasurementChangeRow>();

    /// <summary>Whether what units try affects people's work.</summary>
    public DbSet<ConsultationRow> Consultations => Set<ConsultationRow>();

    /// <summary>The representatives who were told of it, and what they said.</summary>
    public DbSet<VoiceRow> Voices => Set<VoiceRow>();

    /// <summary>The routines that adopted improvements became.</summary>
    public DbSet<HeldRoutineRow> HeldRoutines => Set<HeldRoutineRow>();

    /// <summary>The driver diagrams of improvements.</summary>
    public DbSet<DriverDiagramRow> DriverDiagrams => Set<DriverDiagramRow>();

    /// <summary>Needs of units.</summary>
    public DbSet<NeedRow> Needs => Set<NeedRow>();

    /// <summary>The history of the needs.</summary>
    public DbSet<NeedEventRow> NeedEvents => Set<NeedEventRow>();

    /// <summary>What came from what.</summary>
    public DbSet<LineageLinkRow> LineageLinks => Set<LineageLinkRow>();

    /// <summary>Numbers that the organization has chosen to protect people.</summary>
    public DbSet<PrivacySetting> PrivacySettings => Set<PrivacySetting>();

    /// <summary>What the last cleaning did.</summary>
    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();

    /// <summary>The keys that protect cookies and antiforgery tokens, shared by all nodes.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMillisecondsConverter>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        if (SchemaVersion != IdentitySchema.Version)
        {
            throw new InvalidOperationException("Register the context with AddIdentitySchema: passkeys need it.");
        }
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(EndreContext).Assembly);
        SnakeCaseNames.Apply(builder);
    }
}
