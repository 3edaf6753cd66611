package dev.dayone.benchmark;

import dev.dayone.pilot.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a benchmark found, by name, in order. */
final class Figures {
    private final Map<String, Object> all = new LinkedHashMap<>();
    private final Rounds measured;

    Figures(Rounds measured) {
        this.measured = measured;
    }

    Figures with(String name, Object value) {
        all.put(name, value);
        return this;
    }

    /** The seconds of every variant, cold and warm. */
    Figures withSeconds() {
        for (String name : measured.names()) {
            all.put(name, Map.of("cold_seconds", round(measured.cold(name)), "seconds", round(measured.median(name))));
        }
        return this;
    }

    /** The ratio of two variants. */
    Figures withRatio(String name, String variant, String yardstick) {
        return with(name, round(measured.ratio(variant, yardstick)));
    }

    void printJson() {
        System.out.println(Json.write(all));
    }

    void print() {
        int width = all.keySet().stream().mapToInt(String::length).max().orElse(1);
        all.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-" + width + "s %s%n", name, value));
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
