using System.Runtime.InteropServices;

namespace Bocage.Cli;

/// <summary>Ends a run in good order when the user or the machine asks for it; a second request ends it at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource cancellation = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals() =>
        registrations = [Register(PosixSignal.SIGINT, 130), Register(PosixSignal.SIGTERM, 143), Register(PosixSignal.SIGHUP, 129)];

    public CancellationToken Token => cancellation.Token;

    /// <summary>The exit code by which a shell knows the signal: 128 and its number.</summary>
    public int ExitCode { get; private set; } = 130;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        cancellation.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal, int exitCode) => PosixSignalRegistration.Create(signal, context =>
    {
        if (cancellation.IsCancellationRequested) return;
        context.Cancel = true;
        ExitCode = exitCode;
        cancellation.Cancel();
    });
}
