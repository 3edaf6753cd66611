package dev.dayone.app.console;

import dev.dayone.readiness.ReadinessListener;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the steps of checking: one bar on a terminal, else a line a step in the log. */
public final class CheckingProgress implements ReadinessListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckingProgress.class);

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
        LOG.info("{} ({} of {})", step, done + 1, total);
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
