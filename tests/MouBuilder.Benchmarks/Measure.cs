namespace MouBuilder.Benchmarks;

/// <summary>Measures two things in turn, so that a machine that slows down slows both.</summary>
internal static class Measure
{
    public sealed record Figure(double Milliseconds, double Kilobytes);

    /// <summary>Median CPU milliseconds and allocated kilobytes of one call of each.</summary>
    public static (Figure A, Figure B) InTurn(Action a, Action b, int calls, int batches = 11)
    {
        // The runtime goes on compiling better code for long: after nine seconds a comparison still runs in part on code that only counts, and may cost twice what it costs after twenty-five.
        TimeSpan start = Environment.CpuUsage.TotalTime;
        while ((Environment.CpuUsage.TotalTime - start).TotalSeconds < 25)
        {
            Batch(a, calls);
            Batch(b, calls);
        }

        List<Figure> ofA = [];
        List<Figure> ofB = [];
        for (int i = 0; i < batches; i++)
        {
            ofA.Add(Batch(a, calls));
            ofB.Add(Batch(b, calls));
        }

        return (Median(ofA), Median(ofB));
    }

    private static Figure Batch(Action action, int calls)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < calls; i++)
        {
            action();
        }

        double cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / calls;
        return new(cpu, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1024.0 / calls);
    }

    private static Figure Median(List<Figure> figures) =>
        new(Middle(figures.Select(f => f.Milliseconds)), Middle(figures.Select(f => f.Kilobytes)));

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
