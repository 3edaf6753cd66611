package dev.dayone.sample;

import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.defect.PlantedDefects;
import dev.dayone.sample.generator.Company;
import dev.dayone.sample.generator.NoDate;
import dev.dayone.sample.generator.TableRows;
import dev.dayone.sample.load.DatabaseLoad;
import dev.dayone.sample.load.DatabaseLoad.Loaded;
import dev.dayone.sample.server.EmbeddedServer;
import dev.dayone.sample.server.ServerFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Starts empty servers and fills them, each on a thread of its own. */
final class DemoLoad {
    private final DemoStart start;
    private final Company company;

    DemoLoad(DemoStart start) {
        this.start = start;
        DemoScale scale = start.folder().scale();
        company = new Company(scale.seed(), scale.factor(), start.today());
    }

    private record Half(EmbeddedServer server, Loaded loaded, String fallbackReason) {}

    /** Throws {@link CompletionException} around whatever went wrong first. */
    DemoStart.Filled load() {
        CompletableFuture<EmbeddedServer> postgres =
                start.servers().start(start.starts().postgres());
        CompletableFuture<EmbeddedServer> mariaDb =
                start.servers().start(start.starts().mariaDb());
        CompletableFuture<Half> crm =
                DemoServers.inBackground(() -> half(postgres.join(), DemoStart.CRM, company.crm(), ""));
        CompletableFuture<Half> helpdesk = DemoServers.inBackground(() -> helpdesk(postgres, mariaDb));
        CompletableFuture.allOf(crm, helpdesk).join();
        return filled(crm.join(), helpdesk.join());
    }

    private Half helpdesk(CompletableFuture<EmbeddedServer> postgres, CompletableFuture<EmbeddedServer> mariaDb) {
        EmbeddedServer server;
        try {
            server = mariaDb.join();
        } catch (CompletionException e) {
            if (start.servers().isEnding() || !(e.getCause() instanceof ServerFailedException failed)) {
                throw e;
            }
            String reason = String.valueOf(failed.getMessage());
            start.sayFallback(reason);
            return half(postgres.join(), DemoStart.HELPDESK, company.helpdesk(NoDate.EPOCH), reason);
        }
        return half(server, DemoStart.HELPDESK, company.helpdesk(NoDate.ZERO), "");
    }

    private Half half(EmbeddedServer server, String source, List<TableRows> tables, String fallbackReason) {
        try {
            Loaded loaded = new DatabaseLoad(server, source).load(tables, (table, rows) -> start.listener()
                    .step("Loaded " + source + "." + table + " into " + server.product() + ": " + rows + " rows"));
            return new Half(server, loaded, fallbackReason);
        } catch (SQLException e) {
            throw new CompletionException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DemoStart.Filled filled(Half crm, Half helpdesk) {
        DefectLog defects = new DefectLog();
        defects.addAll(crm.loaded().defects());
        defects.addAll(helpdesk.loaded().defects());
        Map<String, Long> rows = new TreeMap<>();
        crm.loaded().rows().forEach((table, count) -> rows.put(DemoStart.CRM + "." + table, count));
        helpdesk.loaded().rows().forEach((table, count) -> rows.put(DemoStart.HELPDESK + "." + table, count));
        DemoScale scale = start.folder().scale();
        PlantedDefects planted = new PlantedDefects(
                Company.DATA_VERSION,
                scale.seed(),
                scale.factor(),
                start.today(),
                rows,
                PlantedDefects.of(defects),
                Company.cleanTables());
        return new DemoStart.Filled(
                crm.server(), helpdesk.server(), new LoadedMarker(planted, helpdesk.fallbackReason()));
    }
}
