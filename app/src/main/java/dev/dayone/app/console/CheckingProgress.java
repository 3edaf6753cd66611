package dev.dayone.app.console;

import dev.dayone.readiness.ReadinessListener;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows the steps of checking: one bar on a terminal, else nothing but what takes long enough to wonder. */
public final class CheckingProgress implements ReadinessListener, AutoCloseable {
    private final Console console;
    private @Nullable ProgressBar bar;

    private CheckingProgress(Console console) {
        this.console = console;
    }

    /** Progress on a console. */
    public static CheckingProgress on(Console console) {
        return new CheckingProgress(console);
    }

    @Override
    public void step(String step, int done, int total) {
        if (!console.terminal()) {
            return;
        }
        if (bar == null) {
            bar = Bars.on(console)
                    .setTaskName("  measuring")
                    .setInitialMax(total)
                    .setUnit(" steps", 1)
                    .build();
        }
        bar.maxHint(total);
        bar.stepTo(done);
        bar.setExtraMessage(Bars.safe(step, 30));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.stepTo(bar.getMax());
            bar.setExtraMessage("");
            bar.close();
        }
    }
}
