package dev.dayone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs variants in turn, round after round, so that what slows the machine down slows all of them. */
final class Rounds {
    private final Map<String, Work> variants = new LinkedHashMap<>();
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    /** One variant's work. */
    interface Work {
        void run() throws Exception;
    }

    Rounds add(String name, Work work) {
        variants.put(name, work);
        seconds.put(name, new ArrayList<>());
        return this;
    }

    /** Runs each variant once to warm up, then as often as asked; the first run is kept as the cold one. */
    void run(int rounds) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Work> variant : variants.entrySet()) {
                long start = System.nanoTime();
                variant.getValue().run();
                times(variant.getKey()).add((System.nanoTime() - start) / 1e9);
            }
        }
    }

    double cold(String name) {
        return times(name).get(0);
    }

    /** The median of a variant's warm runs. */
    double median(String name) {
        double[] warm = times(name).stream()
                .skip(1)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return warm[warm.length / 2];
    }

    /** The median of the ratios of two variants in the same round. */
    double ratio(String name, String yardstick) {
        List<Double> of = times(name);
        List<Double> to = times(yardstick);
        double[] ratios = new double[of.size() - 1];
        Arrays.setAll(ratios, i -> of.get(i + 1) / to.get(i + 1));
        Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }

    List<String> names() {
        return List.copyOf(variants.keySet());
    }

    private List<Double> times(String name) {
        return java.util.Objects.requireNonNull(seconds.get(name), name);
    }
}
