package dev.dayone.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A master of a standalone Spark cluster on the loopback, a JVM of its own, without a worker. */
final class StandaloneMaster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final int port;
    private final Path properties;
    private final Process process;

    /** Starts it; its files go into a folder. */
    StandaloneMaster(Path folder) throws IOException {
        Files.createDirectories(folder);
        properties = Files.writeString(
                folder.resolve("spark.conf"),
                "spark.authenticate true\nspark.network.crypto.enabled true\nspark.authenticate.secret "
                        + UUID.randomUUID() + "\n");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.spark.deploy.master.Master",
                "--host",
                HOST,
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0",
                "--properties-file",
                properties.toString());
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::listens);
    }

    /** Its URL. */
    String url() {
        return "spark://" + HOST + ":" + port;
    }

    /** The file of what whoever speaks with it must share. */
    Path properties() {
        return properties;
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
