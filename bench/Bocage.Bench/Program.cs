using Bocage.Bench;

// bocage-bench NAME [SIZE]: one benchmark, one JSON line per task.
var size = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 4000;
switch (args.FirstOrDefault())
{
    case "label": LabelBenchmark.Run(size); break;
    case "edt": DistanceBenchmark.Run(size); break;
    case "cost": CostBenchmark.Run(size, sources: 1); break;
    case "cost-many": CostBenchmark.Run(size, sources: 1000); break;
    case "connectivity": ConnectivityBenchmark.Run(args.Length > 1 ? size : 2000); break;
    case "reserve": ReserveBenchmark.Run(args.Length > 1 ? size : 10000, args.Length > 2 ? double.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 0, args.Contains("check")); break;
    case "mesh": MeshBenchmark.Run(args.Length > 1 ? size : 50); break;
    case "measures": MeasuresBenchmark.Run(); break;
    case "chance": ChanceBenchmark.Run(args.Length > 1 ? size : 100, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 10_000); break;
    default:
        Console.Error.WriteLine("Usage: bocage-bench label|edt|cost|cost-many|connectivity|reserve|mesh|measures|chance [SIZE] [BLM or DRAWS]");
        return 2;
}

return 0;
