package dev.dayone.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A standalone Spark cluster on the loopback: its master, and a worker if asked, are JVMs of their own. */
final class ChildCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final Path properties;
    private final List<Process> processes = new ArrayList<>();

    /** Starts a master; its files go into a folder. */
    ChildCluster(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.createDirectories(folder.resolve("jars"));
        properties = Files.writeString(
                folder.resolve("spark.conf"),
                "spark.authenticate true\nspark.network.crypto.enabled true\nspark.authenticate.secret "
                        + UUID.randomUUID() + "\n");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            port = free.getLocalPort();
        }
        start("org.apache.spark.deploy.master.Master", List.of("--port", Integer.toString(port)));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::listens);
    }

    /** Its URL. */
    String master() {
        return "spark://" + HOST + ":" + port;
    }

    /** The file of what whoever speaks with it must share. */
    Path properties() {
        return properties;
    }

    /** Starts a worker of one core. */
    void startWorker() throws IOException {
        start(
                "org.apache.spark.deploy.worker.Worker",
                List.of(
                        "--port",
                        "0",
                        "--cores",
                        "1",
                        "--memory",
                        "600m",
                        "--work-dir",
                        folder.resolve("work").toString(),
                        master()));
    }

    private void start(String daemon, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                daemon,
                "--host",
                HOST,
                "--webui-port",
                "0",
                "--properties-file",
                properties.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        folder.toString(),
                        "SPARK_SCALA_VERSION",
                        "2.12",
                        "SPARK_LOCAL_IP",
                        HOST,
                        "SPARK_LOCAL_DIRS",
                        folder.resolve("local").toString()));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        processes.add(builder.start());
    }

    private boolean listens() {
        try (Socket socket = new Socket(HOST, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> executors =
                processes.stream().flatMap(Process::descendants).toList();
        processes.forEach(Process::destroy);
        processes.forEach(process -> process.onExit().join());
        executors.forEach(ProcessHandle::destroy);
    }
}
