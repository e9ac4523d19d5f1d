using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Gives disputes that would share an address numbers, in the order of their first claims.</summary>
internal static class SlugOrder
{
    public static void MakeUnique(List<Dispute> disputes, int from)
    {
        foreach (var group in disputes.Skip(from).GroupBy(d => d.Slug).Where(g => g.Count() > 1).ToList())
        {
            var number = 1;
            foreach (var dispute in group.OrderBy(d => d.Positions.SelectMany(p => p.Claims).Min(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                if (number > 1)
                    disputes[disputes.IndexOf(dispute)] = dispute with { Slug = $"{dispute.Slug}-{number}" };
                number++;
            }
        }
    }
}
