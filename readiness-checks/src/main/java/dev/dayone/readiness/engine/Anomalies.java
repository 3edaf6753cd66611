package dev.dayone.readiness.engine;

import com.amazon.deequ.anomalydetection.AnomalyDetectionStrategy;
import com.amazon.deequ.anomalydetection.AnomalyDetector;
import com.amazon.deequ.anomalydetection.BatchNormalStrategy;
import com.amazon.deequ.anomalydetection.DataPoint;
import com.amazon.deequ.anomalydetection.RelativeRateOfChangeStrategy;
import java.util.ArrayList;
import java.util.List;
import scala.Option;
import scala.Some;

/** Asks Deequ's strategies whether a number is as those before it were. No Spark session is needed. Thread-safe. */
public final class Anomalies {
    private Anomalies() {}

    /**
     * Whether a value lies further from the mean of earlier ones than so many of their standard deviations
     * ({@link BatchNormalStrategy}).
     *
     * @param earlier at least two, oldest first
     */
    public static boolean isUnusual(List<Double> earlier, double value, double deviations) {
        return found(new BatchNormalStrategy(new Some<>(deviations), new Some<>(deviations), false), earlier, value);
    }

    /**
     * Whether a value is less than {@code least} times the one before it, or more than {@code most} times
     * ({@link RelativeRateOfChangeStrategy}).
     */
    public static boolean isJump(List<Double> earlier, double value, double least, double most) {
        return found(new RelativeRateOfChangeStrategy(new Some<>(least), new Some<>(most), 1), earlier, value);
    }

    private static boolean found(AnomalyDetectionStrategy strategy, List<Double> earlier, double value) {
        List<DataPoint<Object>> points = new ArrayList<>();
        for (Double one : earlier) {
            points.add(point(points.size(), one));
        }
        return new AnomalyDetector(strategy)
                .isNewPointAnomalous(Scala.seq(points), point(points.size(), value))
                .anomalies()
                .nonEmpty();
    }

    private static DataPoint<Object> point(long time, double value) {
        return new DataPoint<>(time, Option.<Object>apply(value));
    }
}
