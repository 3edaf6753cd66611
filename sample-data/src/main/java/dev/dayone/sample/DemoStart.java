package dev.dayone.sample;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.snapshot.AtomicFile;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.sample.server.EmbeddedServer;
import dev.dayone.sample.server.EmbeddedServer.Account;
import dev.dayone.sample.server.EmbeddedServer.Rights;
import dev.dayone.sample.server.PrivateFiles;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One opening of the demo: kept data if there is any, else a new company, on two servers side by side. */
record DemoStart(DemoFolder folder, LocalDate today, DemoListener listener, ServerStarts starts, DemoServers servers) {
    static final String CRM = "crm";
    static final String HELPDESK = "helpdesk";

    /** The databases of the demo, ready to be read. */
    record Running(List<DemoServer> servers, boolean fallback) {}

    /** The servers (one and the same in a fallback) and what is in them. */
    record Filled(EmbeddedServer crm, EmbeddedServer helpdesk, LoadedMarker marker) {}

    Running run() throws IOException {
        folder.deleteOutdated();
        Filled filled = kept().orElseGet(this::made);
        AtomicFile.write(folder.plantedDefects(), Json.write(filled.marker().planted()));
        try {
            List<DemoServer> ready = List.of(ready(CRM, filled.crm()), ready(HELPDESK, filled.helpdesk()));
            PilotTemplate.write(folder, ready);
            return new Running(ready, filled.marker().fallback());
        } catch (SQLException e) {
            throw DemoFailure.of(folder, e);
        }
    }

    /** Data that cannot be started, say after the machine lost power, is no reason to fail: it is made anew. */
    private Optional<Filled> kept() throws IOException {
        Optional<LoadedMarker> marker = LoadedMarker.read(folder.marker(), today);
        if (marker.isEmpty()) {
            return Optional.empty();
        }
        LoadedMarker loaded = marker.get();
        listener.step(
                "Starting the sample company kept from " + loaded.planted().referenceDate());
        if (loaded.fallback()) {
            sayFallback(loaded.helpdeskOnPostgres());
        }
        CompletableFuture<EmbeddedServer> crm = servers.start(starts.postgres());
        CompletableFuture<EmbeddedServer> helpdesk = loaded.fallback() ? crm : servers.start(starts.mariaDb());
        try {
            Filled filled = new Filled(crm.join(), helpdesk.join(), loaded);
            filled.crm().connect(CRM).close();
            filled.helpdesk().connect(HELPDESK).close();
            return Optional.of(filled);
        } catch (CompletionException | SQLException e) {
            listener.step("The kept data could not be started and is made anew");
            servers.endAll();
            return Optional.empty();
        }
    }

    private Filled made() {
        try {
            FileTree.delete(folder.data());
            PrivateFiles.createFolder(folder.data());
            listener.step("Making the sample company (" + folder.scale().label() + ")");
            Filled filled = new DemoLoad(this).load();
            filled.marker().write(folder.marker());
            return filled;
        } catch (CompletionException e) {
            throw DemoFailure.of(folder, e.getCause() == null ? e : e.getCause());
        } catch (IOException e) {
            throw DemoFailure.of(folder, e);
        }
    }

    void sayFallback(String reason) {
        listener.step("The helpdesk runs on PostgreSQL instead of MariaDB: " + reason);
    }

    /**
     * Sets both accounts anew at every opening: their passwords belong to the demo's folder, not to the data. Each database has
     * accounts of its own, for both may be on one server.
     */
    private DemoServer ready(String source, EmbeddedServer server) throws SQLException, IOException {
        Account reader = account("dayone_" + source + "_reader", source + ".password");
        Account writer = account("dayone_" + source + "_writer", source + "-writer.password");
        server.grant(source, reader, Rights.READ);
        server.grant(source, writer, Rights.READ_AND_WRITE);
        return new DemoServer(
                source,
                server.product(),
                EmbeddedServer.HOST,
                server.port(),
                source,
                server.jdbcUrl(source),
                reader,
                writer);
    }

    private Account account(String user, String secret) throws IOException {
        return new Account(user, PrivateFiles.password(folder.secrets().resolve(secret)));
    }
}
