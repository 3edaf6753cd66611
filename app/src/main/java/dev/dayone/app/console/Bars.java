package dev.dayone.app.console;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars as dayone draws them. */
final class Bars {
    private static final int REFRESH_MILLIS = 200;

    private Bars() {}

    static ProgressBarBuilder on(Console console) {
        return new ProgressBarBuilder()
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .hideEta()
                .setConsumer(new ConsoleProgressBarConsumer(console.err(), Math.min(console.columns(), 100)));
    }

    /** A name from data, cut, and without what could steer a terminal. */
    static String safe(String name, int columns) {
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return plain.length() <= columns ? plain : plain.substring(0, columns - 1) + "…";
    }
}
