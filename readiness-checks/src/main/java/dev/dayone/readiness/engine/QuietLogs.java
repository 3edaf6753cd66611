package dev.dayone.readiness.engine;

import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/** Keeps rows out of logs that are not dayone's: what a failed task says holds the value that it failed at. */
public final class QuietLogs implements SparkPlugin {
    private static final List<String> TELLING = List.of(
            "org.apache.spark.executor",
            "org.apache.spark.scheduler",
            "org.apache.spark.sql.execution",
            "org.apache.spark.sql.catalyst.expressions",
            "org.apache.spark.storage",
            "org.apache.spark.util");

    private static void quiet() {
        TELLING.forEach(name -> Configurator.setLevel(name, Level.OFF));
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public Map<String, String> init(SparkContext context, PluginContext plugins) {
                quiet();
                return Map.of();
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new ExecutorPlugin() {
            @Override
            public void init(PluginContext context, Map<String, String> settings) {
                quiet();
            }
        };
    }
}
