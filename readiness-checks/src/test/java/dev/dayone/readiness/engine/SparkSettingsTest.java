package dev.dayone.readiness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkSettingsTest {
    private static final Path SCRATCH = Path.of("target", "scratch");
    private static final Map<String, String> SECRET = Map.of("spark.authenticate.secret", "s");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local",
                "local[3]",
                "local[*]",
                "local[2, 4]",
                "local-cluster[2,1,512]",
                "spark://a:7077",
                "spark://a.b:7077,c:1",
                "spark://[::1]:7077"
            })
    void takesWhatSparkTakes(String url) {
        assertThat(new SparkSettings(url, Map.of()).master()).isEqualTo(url);
        assertThat(new SparkSettings(null, Map.of("spark.master", url)).master())
                .isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | no address of Spark",
                "local[0] | no address of Spark",
                "http://a:7077 | no address of Spark",
                "spark://a | not of the form spark://HOST:PORT[,HOST:PORT...]",
                "spark://a:99999 | not of the form spark://HOST:PORT[,HOST:PORT...]",
                "spark://a:1, | not of the form spark://HOST:PORT[,HOST:PORT...]",
                "yarn | the Spark that dayone brings has no part for it",
                "k8s://https://a:443 | the Spark that dayone brings has no part for it",
            })
    void refusesOthers(String url, String found) {
        assertThatThrownBy(() -> new SparkSettings(url, Map.of()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageStartingWith("Cannot start Spark on '" + url + "': " + found + ", expected ");
    }

    @Test
    void refusesPropertiesThatNumbersDependOnAndThoseThatAreNotSparks() {
        assertThatThrownBy(() -> new SparkSettings(null, Map.of("spark.sql.ansi.enabled", "true")))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("Cannot set 'spark.sql.ansi.enabled' for Spark: dayone sets it itself, expected one that no"
                        + " number of a report depends on. Leave it out.");
        assertThatThrownBy(() -> new SparkSettings(null, Map.of("sparks.x", "1")))
                .hasMessage("Cannot set 'sparks.x' for Spark: it is none of Spark's, expected a name that begins with"
                        + " 'spark.'. Mend the name.");
    }

    @Test
    void saysThatNoMasterListens() {
        assertThatThrownBy(() -> new SparkSettings("spark://127.0.0.1:1", Map.of()).requireReachable())
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessage("Cannot reach Spark's master at 'spark://127.0.0.1:1': the connection was refused, expected"
                        + " a master that listens. Start it, or mend host and port.");
        assertThatThrownBy(() -> new SparkSettings("spark://none.invalid:7077", Map.of()).requireReachable())
                .hasMessageContaining("there is no host of that name");
        new SparkSettings("local[2]", Map.of()).requireReachable();
    }

    @Test
    void listensOnTheLoopbackAloneWhereNothingLiesBeyondIt() {
        SparkConf here = SessionProperties.of(SparkSettings.USUAL, SCRATCH);
        assertThat(here.get("spark.master")).startsWith("local[");
        assertThat(here.get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
        assertThat(here.contains("spark.authenticate")).isFalse();

        SparkConf near = SessionProperties.of(new SparkSettings("spark://127.0.0.1:7077", SECRET), SCRATCH);
        assertThat(near.get("spark.driver.host")).isEqualTo("127.0.0.1");

        SparkConf far = SessionProperties.of(new SparkSettings("spark://10.1.2.3:7077", SECRET), SCRATCH);
        assertThat(far.contains("spark.driver.host")).isFalse();
        assertThat(far.contains("spark.driver.bindAddress")).isFalse();
    }

    @Test
    void encryptsWhatTravelsUnlessToldOtherwise() {
        SparkConf usual = SessionProperties.of(new SparkSettings("spark://a:7077", SECRET), SCRATCH);
        assertThat(usual.get("spark.authenticate")).isEqualTo("true");
        assertThat(usual.get("spark.network.crypto.enabled")).isEqualTo("true");
        assertThat(usual.get("spark.io.encryption.enabled")).isEqualTo("true");

        assertThatThrownBy(() -> SessionProperties.of(new SparkSettings("spark://a:7077", Map.of()), SCRATCH))
                .isInstanceOf(BadRequestException.class)
                .hasMessageStartingWith(
                        "Cannot start Spark on 'spark://a:7077': no 'spark.authenticate.secret', expected"
                                + " the secret that its master and workers were started with.");

        SparkConf open = SessionProperties.of(
                new SparkSettings("spark://a:7077", Map.of("spark.authenticate", "false")), SCRATCH);
        assertThat(open.contains("spark.network.crypto.enabled")).isFalse();
        assertThat(open.get("spark.io.encryption.enabled")).isEqualTo("true");
    }

    @Test
    void aUsersPropertiesGoBeforeTheUsual() {
        SparkConf conf = SessionProperties.of(
                new SparkSettings(
                        "spark://a:7077",
                        Map.of(
                                "spark.authenticate.secret", "s",
                                "spark.executor.memory", "4g",
                                "spark.ui.enabled", "true",
                                "spark.executor.extraJavaOptions", "-Dx=1",
                                "spark.plugins", "other.Plugin")),
                SCRATCH);
        assertThat(conf.get("spark.executor.memory")).isEqualTo("4g");
        assertThat(conf.get("spark.ui.enabled")).isEqualTo("true");
        assertThat(conf.get("spark.executor.extraJavaOptions"))
                .isEqualTo("-Dx=1 -Duser.timezone=UTC -Dfile.encoding=UTF-8");
        assertThat(conf.get("spark.plugins")).isEqualTo("other.Plugin," + QuietLogs.class.getName());
        assertThat(conf.get("spark.jars")).contains("deequ").doesNotContain("spark-sql", "hadoop", "scala-");
        assertThat(conf.get("spark.sql.session.timeZone")).isEqualTo("UTC");
    }
}
