namespace Bocage.Jobs.BusinessCases.Report;

/// <summary>The page of one party.</summary>
/// <param name="Page">What all pages of the case say.</param>
/// <param name="Party">Index of the party.</param>
public sealed record PartyPageModel(CasePageModel Page, int Party);
