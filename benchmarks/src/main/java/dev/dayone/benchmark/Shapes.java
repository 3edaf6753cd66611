package dev.dayone.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Columns of numbers as tables have them: even, skewed, with long tails, with many zeros. */
final class Shapes {
    private static final Map<String, ToDoubleFunction<Random>> SHAPES = new LinkedHashMap<>();

    static {
        SHAPES.put("normal", Random::nextGaussian);
        SHAPES.put("uniform", Random::nextDouble);
        SHAPES.put("two humps", random -> random.nextGaussian() + (random.nextBoolean() ? 3 : -3));
        SHAPES.put("exponential", random -> -Math.log(1 - random.nextDouble()));
        SHAPES.put("log-normal 0.5", random -> Math.exp(random.nextGaussian() / 2));
        SHAPES.put("log-normal 1", random -> Math.exp(random.nextGaussian()));
        SHAPES.put("log-normal 1.5", random -> Math.exp(1.5 * random.nextGaussian()));
        SHAPES.put("Student's t of 3", random -> random.nextGaussian() / Math.sqrt(chiSquare(random) / 3));
        SHAPES.put(
                "four of five zero, else log-normal 1",
                random -> random.nextDouble() < 0.8 ? 0 : Math.exp(random.nextGaussian()));
        SHAPES.put("one in a hundred 1, else 0", random -> random.nextDouble() < 0.01 ? 1 : 0);
    }

    private Shapes() {}

    private static double chiSquare(Random random) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double one = random.nextGaussian();
            sum += one * one;
        }
        return sum;
    }

    /** So many numbers of each shape, by its name. */
    static Map<String, double[]> of(int rows, long seed) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        SHAPES.forEach((name, shape) -> {
            Random random = new Random(seed + name.hashCode());
            double[] values = new double[rows];
            for (int i = 0; i < rows; i++) {
                values[i] = shape.applyAsDouble(random);
            }
            columns.put(name, values);
        });
        return columns;
    }
}
