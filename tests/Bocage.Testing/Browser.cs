using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Bocage.Testing;

/// <summary>A headless Chromium with one page, spoken to in its own protocol, so that tests need no driver beside the browser.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    private readonly TemporaryFolder profile = new();
    private readonly ClientWebSocket socket = new();
    private readonly List<JsonNode> events = [];
    private Process? process;
    private int lastCommand;

    private Browser()
    {
    }

    /// <summary>Starts a browser; the test is skipped, with the reason, when there is none.</summary>
    public static async Task<Browser> Start(CancellationToken cancellation)
    {
        var program = Programs.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "needs Chromium, which is not on this machine");
        var browser = new Browser();
        await browser.Open(program!, cancellation);
        return browser;
    }

    /// <summary>What the page asked of the network or the disk since it was opened, the page itself excepted.</summary>
    public IReadOnlyList<string> Requests => [.. Addresses("Network.requestWillBeSent", "request").Where(address => !address.StartsWith("data:", StringComparison.Ordinal)).Skip(1)];

    /// <summary>Errors and warnings of the page since it was opened.</summary>
    public IReadOnlyList<string> Complaints => [.. events.Where(e => e["method"]!.GetValue<string>() is "Log.entryAdded" or "Runtime.exceptionThrown" or "Runtime.consoleAPICalled").Select(e => e["params"]!.ToJsonString())];

    /// <summary>Opens a file in a window of a width, and waits until it is loaded.</summary>
    public async Task Show(string file, int width, CancellationToken cancellation)
    {
        events.Clear();
        await Send("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false }, cancellation);
        await Send("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri }, cancellation);
        while (!events.Exists(e => e["method"]!.GetValue<string>() == "Page.loadEventFired")) events.Add(await Receive(cancellation));
    }

    /// <summary>Runs a script in the page; its value, awaited when it is a promise, as JSON.</summary>
    public async Task<JsonNode?> Run(string script, CancellationToken cancellation)
    {
        var answer = await Send("Runtime.evaluate", new() { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true }, cancellation);
        Assert.True(answer["exceptionDetails"] is null, $"the script failed: {answer["exceptionDetails"]?.ToJsonString()}");
        return answer["result"]!["value"];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        socket.Dispose();
        profile.Dispose();
    }

    private async Task Open(string program, CancellationToken cancellation)
    {
        // No sandbox, because tests run as root in containers; they only open files of our own making.
        process = Process.Start(new ProcessStartInfo(program,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={profile.Path}", "about:blank",
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var portFile = profile.File("DevToolsActivePort");
        while (!File.Exists(portFile) || (await File.ReadAllLinesAsync(portFile, cancellation)).Length < 2)
        {
            Assert.False(process.HasExited, "Chromium ended before it could be used");
            await Task.Delay(50, cancellation);
        }

        var port = (await File.ReadAllLinesAsync(portFile, cancellation))[0];
        using var http = new HttpClient();
        var targets = JsonNode.Parse(await http.GetStringAsync($"http://127.0.0.1:{port}/json", cancellation))!.AsArray();
        await socket.ConnectAsync(new Uri(targets.First(target => target!["type"]!.GetValue<string>() == "page")!["webSocketDebuggerUrl"]!.GetValue<string>()), cancellation);
        foreach (var part in new[] { "Page", "Network", "Log", "Runtime" }) await Send(part + ".enable", [], cancellation);
    }

    private IEnumerable<string> Addresses(string method, string part) => events.Where(e => e["method"]!.GetValue<string>() == method).Select(e => e["params"]![part]!["url"]!.GetValue<string>());

    private async Task<JsonNode> Send(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var command = new JsonObject { ["id"] = ++lastCommand, ["method"] = method, ["params"] = parameters };
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command), WebSocketMessageType.Text, true, cancellation);
        while (true)
        {
            var message = await Receive(cancellation);
            if (message["id"]?.GetValue<int>() != lastCommand)
            {
                events.Add(message);
                continue;
            }

            return message["result"] ?? throw new InvalidOperationException($"Chromium refused {method}: {message.ToJsonString()}");
        }
    }

    private async Task<JsonNode> Receive(CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        var buffer = new byte[65536];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), cancellation);
            message.Write(buffer.AsSpan(0, part.Count));
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }
}
