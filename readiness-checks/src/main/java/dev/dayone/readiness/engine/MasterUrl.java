package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.scheduler.ExternalClusterManager;

/** Where Spark calculates, in Spark's own form. */
record MasterUrl(String text) {
    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d*)(\\s*,\\s*[1-9]\\d*)?])?");
    private static final Pattern LOCAL_CLUSTER =
            Pattern.compile("local-cluster\\[\\s*[1-9]\\d*\\s*,\\s*[1-9]\\d*\\s*,\\s*[1-9]\\d*\\s*]");
    private static final String STANDALONE = "spark://";
    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;
    private static final int PATIENCE_MILLIS = 5_000;

    /** Throws {@link BadRequestException} if it is none, or of a kind that this process has no Spark for. */
    MasterUrl {
        if (text.startsWith(STANDALONE)) {
            addresses(text);
        } else if (!LOCAL.matcher(text).matches()
                && !LOCAL_CLUSTER.matcher(text).matches()) {
            requireOther(text);
        }
    }

    /** Whether all is calculated in this process. */
    boolean isLocal() {
        return LOCAL.matcher(text).matches();
    }

    /** Whether it is a cluster of child processes of this one, as Spark's own tests start. */
    boolean isLocalCluster() {
        return text.startsWith("local-cluster");
    }

    /** Whether it is a cluster of Spark's own masters and workers. */
    boolean isStandalone() {
        return text.startsWith(STANDALONE);
    }

    /** Whether nothing of it lies beyond this machine. */
    boolean isAtHand() {
        return isLocal()
                || isLocalCluster()
                || (isStandalone() && addresses(text).stream().allMatch(MasterUrl::isLoopback));
    }

    private static boolean isLoopback(InetSocketAddress address) {
        try {
            return InetAddress.getByName(address.getHostString()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Throws {@link SourceUnavailableException} if no master of a standalone cluster listens; Spark waits a minute. */
    void requireReachable() {
        if (!isStandalone()) {
            return;
        }
        String found = "";
        for (InetSocketAddress address : addresses(text)) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), PATIENCE_MILLIS);
                return;
            } catch (UnknownHostException e) {
                found = "there is no host of that name";
            } catch (IOException e) {
                found = e instanceof java.net.SocketTimeoutException
                        ? "no answer within " + PATIENCE_MILLIS / 1_000 + " s"
                        : "the connection was refused";
            }
        }
        throw new SourceUnavailableException(
                ErrorCode.CLUSTER_UNREACHABLE,
                "Cannot reach Spark's master at '" + text + "': " + found
                        + ", expected a master that listens. Start it, or mend host and port.");
    }

    private static List<InetSocketAddress> addresses(String url) {
        return Stream.of(url.substring(STANDALONE.length()).split(",", -1))
                .map(address -> {
                    Matcher parts = ADDRESS.matcher(address);
                    if (!parts.matches() || Integer.parseInt(parts.group(2)) > HIGHEST_PORT) {
                        throw refused(url, "not of the form spark://HOST:PORT[,HOST:PORT...]");
                    }
                    return InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2)));
                })
                .toList();
    }

    private static void requireOther(String url) {
        for (ExternalClusterManager manager : ServiceLoader.load(ExternalClusterManager.class)) {
            if (manager.canCreate(url)) {
                return;
            }
        }
        if (url.equals("yarn") || url.startsWith("k8s://")) {
            throw new BadRequestException(
                    ErrorCode.COMMAND_INVALID,
                    "Cannot start Spark on '" + url + "': the Spark that dayone brings has no part for it, expected"
                            + " spark://HOST:PORT or local[N]. Start dayone by the spark-submit of a Spark that has it.");
        }
        throw refused(url, "no address of Spark");
    }

    private static BadRequestException refused(String url, String found) {
        return new BadRequestException(
                ErrorCode.COMMAND_INVALID,
                "Cannot start Spark on '" + url + "': " + found
                        + ", expected local[N], spark://HOST:PORT, or what spark-submit was given. Mend --master.");
    }
}
