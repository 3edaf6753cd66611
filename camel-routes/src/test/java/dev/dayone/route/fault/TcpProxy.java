package dev.dayone.route.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A network that fails when it is told to: stands on a port of its own before a server on this machine. What it is told
 * holds for connections that are open, too. Thread-safe.
 */
public final class TcpProxy implements AutoCloseable {
    private static final int BLOCK = 8 << 10;

    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong cutAt = new AtomicLong(Long.MAX_VALUE);
    private volatile @Nullable ServerSocket listening;
    private volatile long latencyMillis;
    private volatile long bytesPerSecond;
    private volatile boolean stalled;

    private TcpProxy(int target, ServerSocket listening) {
        this.target = target;
        this.port = listening.getLocalPort();
        this.listening = listening;
        start(() -> accept(listening));
    }

    /** A proxy before a port of this machine. */
    public static TcpProxy before(int target) {
        try {
            return new TcpProxy(target, listen(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Connections taken so far. */
    public int accepted() {
        return accepted.get();
    }

    /** Bytes that the server answered so far. */
    public long answered() {
        return answered.get();
    }

    /** Each block of an answer comes so much later. */
    public void delay(Duration latency) {
        latencyMillis = latency.toMillis();
    }

    /** Answers come no faster; 0: as they come. */
    public void throttle(long bytes) {
        bytesPerSecond = bytes;
    }

    /** Nothing comes through any more, and nothing says so. */
    public void stall() {
        stalled = true;
    }

    /** What was stalled goes on. */
    public void unstall() {
        stalled = false;
    }

    /** Connections are reset once the server has answered so many more bytes. */
    public void cutAfter(long bytes) {
        cutAt.set(answered.get() + bytes);
    }

    /** Resets all connections; new ones are taken. */
    public void reset() {
        sockets.forEach(TcpProxy::reset);
        sockets.clear();
    }

    /** Resets all connections and refuses new ones. */
    public synchronized void refuse() {
        ServerSocket socket = listening;
        listening = null;
        close(socket);
        reset();
    }

    /** Takes connections again. */
    public synchronized void accept() {
        if (listening == null) {
            try {
                ServerSocket socket = listen(port);
                listening = socket;
                start(() -> accept(socket));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                accepted.incrementAndGet();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                start(() -> pump(client, server, false));
                start(() -> pump(server, client, true));
            } catch (IOException e) {
                // Closed, or the server behind is away: the client sees its connection end.
            }
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] block = new byte[BLOCK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                if (answers) {
                    holdBack(read);
                    if (answered.addAndGet(read) > cutAt.get()) {
                        cutAt.set(Long.MAX_VALUE);
                        reset(from);
                        reset(to);
                        return;
                    }
                }
                while (stalled) {
                    rest(20);
                }
                out.write(block, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // The other side ended it.
        }
    }

    private void holdBack(int bytes) {
        long rate = bytesPerSecond;
        rest(latencyMillis + (rate == 0 ? 0 : bytes * 1000L / rate));
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private static void close(@Nullable ServerSocket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        refuse();
    }
}
