using System.Text;
using Bocage.Formats;
using NetTopologySuite.Geometries;

namespace Bocage.Data.Programmes;

/// <summary>Programme packs as folders of files. The format: docs/programme-packs.md.</summary>
public static class ProgrammePackFolder
{
    /// <summary>Reads a pack whole: either everything in it can be used, or the result says everything that cannot.</summary>
    /// <remarks>
    /// A mistake in one place does not hide another, but for three: a file that is not YAML at all says so once, a damaged text is not looked at for what would come of it, and an id that should
    /// stand in an unreadable file is not called missing. Markdown is taken as it is. Cost: O(size of the files).
    /// </remarks>
    public static PackReadResult Read(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var reading = new PackReading();
        if (!Directory.Exists(folder))
        {
            reading.Add(folder, 0, File.Exists(folder) ? $"{folder} is a file; a pack is a folder." : $"{folder} does not exist.");
            return new(null, reading.Errors);
        }

        try
        {
            var pack = new Reader(folder, reading).Read();
            reading.Finish();
            return new(pack, reading.Errors);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            reading.Add(folder, 0, $"{folder} cannot be read: {error.Message}");
            return new(null, reading.Errors);
        }
    }

    /// <summary>Every file of a pack and its text in the canonical form, by its name within the pack.</summary>
    /// <remarks>Equal packs give equal texts, and reading them gives an equal pack; but spaces at the ends of a text, which no file can give, are not kept.</remarks>
    public static IReadOnlyDictionary<string, string> Export(ProgrammePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(PackFileNames.Programme, file => ProgrammeFile.Write(file, pack.Programme));
        Add(PackFileNames.Sources, file => SourcesFile.Write(file, pack.Sources));
        Add(PackFileNames.Partners, file => PartnersFile.Write(file, pack));
        Add(PackFileNames.Objectives, file => ObjectivesFile.Write(file, pack));
        Add(PackFileNames.Areas, file => AreasFile.Write(file, pack));
        Add(PackFileNames.Projects, file => ProjectsFile.Write(file, pack.Projects));
        Add(PackFileNames.Toolbox, file => ToolboxFile.Write(file, pack.Toolbox));
        Add(PackFileNames.News, file => NewsFile.Write(file, pack.News));
        foreach (var page in pack.Pages)
        {
            foreach (var language in page.Markdown.Languages) files.Add(PagesFolder.FileName(page.Id, language), page.Markdown.In(language) + "\n");
        }

        foreach (var area in pack.Areas.Where(area => area.Outline is not null)) files.Add(Outline(area.Id), OutlineFile.Write(area.Outline!.Shape));
        return files;

        void Add(string name, Action<YamlWriter> write)
        {
            var file = new YamlWriter();
            write(file);
            if (file.ToString() is { Length: > 0 } text) files.Add(name, text);
        }
    }

    /// <summary>Writes a pack into a new folder.</summary>
    /// <exception cref="BadInputException">The folder holds something already, or cannot be written.</exception>
    public static void Write(ProgrammePack pack, string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var files = Export(pack);
        try
        {
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
                throw new BadInputException($"{folder} must be a new or an empty folder; something is there.");
            foreach (var (name, text) in files)
            {
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text, new UTF8Encoding(false));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder} cannot be written: {error.Message}", error);
        }
    }

    private static string Outline(string area) => PackFileNames.Join(PackFileNames.Outlines, $"{area}.geojson");

    private sealed class Reader(string folder, PackReading reading)
    {
        private readonly string[] names = PackFolderFiles.Names(folder);

        public ProgrammePack? Read()
        {
            foreach (var name in names.Where(name => !IsOfAPack(name)))
                reading.Add(Shown(name), 0, $"{Shown(name)} is not a file of a pack; those are {string.Join(", ", PackFileNames.Yaml)}, pages/*.md and outlines/*.geojson.");
            // First: it says in which languages every text must be there.
            var programme = Part(PackFileNames.Programme, ProgrammeFile.Read, isRequired: true, IdKind.Phase);
            var sources = Part(PackFileNames.Sources, SourcesFile.Read, isRequired: true, IdKind.Source);
            var partners = Part(PackFileNames.Partners, fields => new Pair<PackRole, PackPartner>(PartnersFile.Read(fields)), isRequired: false, IdKind.Role, IdKind.Partner);
            var objectives = Part(PackFileNames.Objectives, ObjectivesFile.Read, isRequired: false, IdKind.Axis, IdKind.Objective, IdKind.Counter, IdKind.Category);
            var outlines = Outlines();
            var areas = Part(PackFileNames.Areas, fields => new Pair<PackAreaKind, PackArea>(AreasFile.Read(fields, outlines)), isRequired: false, IdKind.AreaKind, IdKind.Area);
            var projects = Part(PackFileNames.Projects, fields => ProjectsFile.Read(fields, Counter), isRequired: false);
            var toolbox = Part(PackFileNames.Toolbox, ToolboxFile.Read, isRequired: false);
            var news = Part(PackFileNames.News, NewsFile.Read, isRequired: false);
            var pages = PagesFolder.Read(folder, [.. names.Where(IsPage)], reading, Shown);
            foreach (var name in names.Where(IsOutline).Where(name => areas is not null && !reading.IsDeclared(IdKind.Area, Path.GetFileNameWithoutExtension(name))))
                reading.Add(Shown(name), 0, $"{Shown(name)} must be named after an area; this pack has no area '{Path.GetFileNameWithoutExtension(name)}'.");
            return programme is null || sources is null ? null : new()
            {
                Programme = programme,
                Sources = sources,
                Roles = partners?.First ?? [],
                Partners = partners?.Second ?? [],
                Axes = objectives?.Axes ?? [],
                Objectives = objectives?.Objectives ?? [],
                Criteria = objectives?.Criteria ?? [],
                Categories = objectives?.Categories ?? [],
                AreaKinds = areas?.First ?? [],
                Areas = areas?.Second ?? [],
                Projects = projects ?? [],
                Toolbox = toolbox ?? [],
                News = news ?? [],
                Pages = pages,
            };

            PackCounter? Counter(string id) => objectives?.Objectives.Where(objective => objective is not null).SelectMany(objective => objective.Counters).FirstOrDefault(counter => counter?.Id == id);
        }

        private T? Part<T>(string name, Func<PackFields, T> read, bool isRequired, params ReadOnlySpan<IdKind> kinds)
            where T : class
        {
            if (!names.Contains(name))
            {
                if (isRequired) reading.Add(Shown(name), 0, $"{Shown(name)} is missing; a pack has at least {PackFileNames.Programme}, {PackFileNames.Sources} and its pages.");
                if (isRequired) reading.CannotRead(kinds);
                return null;
            }

            try
            {
                return PackFields.Read(YamlReader.Parse(PackFolderFiles.Text(Path.Combine(folder, name), Shown(name)), Shown(name)), reading, read);
            }
            catch (BadInputException error)
            {
                reading.Add(Shown(name), 0, error.Message);
                reading.CannotRead(kinds);
                return null;
            }
        }

        private Dictionary<string, Geometry?> Outlines()
        {
            var outlines = new Dictionary<string, Geometry?>();
            foreach (var name in names.Where(IsOutline))
            {
                var area = Path.GetFileNameWithoutExtension(name);
                outlines[area] = null;
                try
                {
                    outlines[area] = OutlineFile.Read(Path.Combine(folder, name), Shown(name));
                }
                catch (BadInputException error)
                {
                    reading.Add(Shown(name), 0, error.Message);
                }
            }

            return outlines;
        }

        private string Shown(string name) => Path.Combine(folder, name);

        private static bool IsOfAPack(string name) => PackFileNames.Yaml.Contains(name) || IsPage(name) || IsOutline(name);

        private static bool IsPage(string name) => name.StartsWith($"{PackFileNames.Pages}/", StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal);

        private static bool IsOutline(string name) => name.StartsWith($"{PackFileNames.Outlines}/", StringComparison.Ordinal) && name.EndsWith(".geojson", StringComparison.Ordinal);

        private sealed record Pair<TFirst, TSecond>(ValueList<TFirst> First, ValueList<TSecond> Second)
        {
            public Pair((ValueList<TFirst> First, ValueList<TSecond> Second) both)
                : this(both.First, both.Second)
            {
            }
        }
    }
}
