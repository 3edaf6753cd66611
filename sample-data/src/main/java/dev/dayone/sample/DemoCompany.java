package dev.dayone.sample;

import dev.dayone.pilot.error.BadRequestException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running sample company: a CRM and a helpdesk on servers of their own, a pilot file that reads them, and the list of
 * what was planted in them. What was made is kept in the folder and found again by the next opening. The servers end
 * with {@link #close()}, and with this JVM at the latest. Thread-safe.
 */
public final class DemoCompany implements AutoCloseable {
    private final DemoFolder folder;
    private final DemoServers running;
    private final FileChannel lock;
    private final Thread hook;
    private final AtomicBoolean closed = new AtomicBoolean();
    private List<DemoServer> servers = List.of();
    private boolean fallback;

    private DemoCompany(DemoFolder folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        running = new DemoServers(folder);
        hook = new Thread(running::close, "dayone-demo-end");
    }

    /**
     * Starts the company in a folder, made if it is not there: some seconds if its data was kept, else as long as making
     * and loading it takes. Throws {@link BadRequestException} if another demo runs in the folder,
     * {@link dev.dayone.pilot.error.SourceUnavailableException} if its servers cannot be started on this machine, and
     * {@link dev.dayone.pilot.error.LimitExceededException} if the disk is full.
     */
    public static DemoCompany open(Path folder, DemoScale scale, DemoListener listener) {
        return open(folder, scale, LocalDate.now(ZoneOffset.UTC), listener, ServerStarts.real());
    }

    static DemoCompany open(Path folder, DemoScale scale, LocalDate today, DemoListener listener, ServerStarts starts) {
        DemoFolder demo = new DemoFolder(folder.toAbsolutePath().normalize(), scale);
        try {
            DemoCompany company = new DemoCompany(demo, demo.lock());
            try {
                Runtime.getRuntime().addShutdownHook(company.hook);
                company.start(new DemoStart(demo, today, listener, starts, company.running));
                return company;
            } catch (IOException | RuntimeException | Error e) {
                boolean interrupted = company.running.isEnding();
                company.close();
                if (interrupted) {
                    throw DemoFailure.interrupted(demo, e);
                }
                throw e;
            }
        } catch (IOException e) {
            throw DemoFailure.of(demo, e);
        }
    }

    private void start(DemoStart start) throws IOException {
        DemoStart.Running result = start.run();
        servers = result.servers();
        fallback = result.fallback();
    }

    /** The pilot that reads the company, with the ports of this opening. */
    public Path pilotFile() {
        return folder.pilot();
    }

    /** What was planted, with counts and places. */
    public Path plantedDefects() {
        return folder.plantedDefects();
    }

    /** The databases: the CRM first, then the helpdesk. */
    public List<DemoServer> servers() {
        return servers;
    }

    /** Whether the helpdesk runs on PostgreSQL because MariaDB was not to be had. */
    public boolean fallback() {
        return fallback;
    }

    /** Ends the servers in an orderly way, keeps their data and frees the folder. May be called again. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        running.close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already and the hook has run or will.
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw DemoFailure.of(folder, e);
        }
    }
}
