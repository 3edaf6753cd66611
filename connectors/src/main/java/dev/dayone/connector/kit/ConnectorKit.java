package dev.dayone.connector.kit;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.catalogue.Connector;
import dev.dayone.connector.catalogue.ConnectorCatalogue;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/**
 * Tries a connector on a live source: it says who it is and what it holds, reads tables to their end, goes on from any page
 * without a row lost or doubled, hands out values of the types it promised, refuses a wrong credential clearly and cannot
 * write. Rows are read and forgotten. Used by one thread.
 */
public final class ConnectorKit {
    private static final int TABLES = 3;
    private static final Set<ErrorCode> REFUSALS = Set.of(ErrorCode.LOGIN_REFUSED, ErrorCode.RIGHT_MISSING);

    private final Supplier<CamelContext> contexts;
    private final Source source;
    private final Path folder;
    private final Connector connector;
    private final List<KitResult> results = new ArrayList<>();

    private ConnectorKit(Supplier<CamelContext> contexts, Source source, Path folder) {
        this.contexts = contexts;
        this.source = source;
        this.folder = folder;
        this.connector = ConnectorCatalogue.beside(folder).runnable(source);
    }

    /**
     * Makes every check on a source, in order. Throws {@link BadRequestException} for parameters that the connector does not
     * take; what the source itself answers is in the results.
     *
     * @param contexts of started contexts, each of which is stopped by the kit
     * @param folder that the source's paths are relative to
     */
    public static List<KitResult> run(Supplier<CamelContext> contexts, Source source, Path folder) {
        ConnectorKit kit = new ConnectorKit(contexts, source, folder);
        kit.all();
        return List.copyOf(kit.results);
    }

    private void all() {
        try (KitSource attached = new KitSource(contexts.get(), source, folder)) {
            Probe probe = attempt("probe", attached::probe).orElse(null);
            if (probe == null) {
                return;
            }
            passed("probe", probe.server() + ", account " + probe.account());
            List<DiscoveredTable> tables =
                    attempt("discover", attached::discover).orElse(null);
            if (tables == null || !discovered(tables)) {
                return;
            }
            List<DiscoveredTable> tried = tables.stream()
                    .filter(DiscoveredTable::readable)
                    .limit(TABLES)
                    .toList();
            attempt("reads to the end", () -> read(attached, tried));
            results.add(write(probe));
        }
        wrongCredential();
    }

    private boolean discovered(List<DiscoveredTable> tables) {
        long names =
                tables.stream().map(table -> table.info().name()).distinct().count();
        boolean columns = tables.stream()
                .filter(DiscoveredTable::readable)
                .allMatch(table -> !table.info().columns().isEmpty());
        long readable = tables.stream().filter(DiscoveredTable::readable).count();
        if (readable == 0) {
            results.add(KitResult.failed("discover", "no table may be read, expected at least one"));
        } else if (names != tables.size() || !columns) {
            results.add(KitResult.failed("discover", "names that stand twice, or a table without columns"));
        } else {
            passed("discover", readable + " of " + tables.size() + " tables may be read");
        }
        return readable > 0;
    }

    /** Reads each table at once and in small pages, each of which is asked of a source attached anew. */
    private boolean read(KitSource attached, List<DiscoveredTable> tables) {
        List<TableTrial> trials = new ArrayList<>();
        tables.forEach(table -> trials.add(new TableTrial(table, attached, this::anew)));
        trials.forEach(TableTrial::read);
        long rows = trials.stream().mapToLong(TableTrial::rows).sum();
        passed("reads to the end", rows + " rows of " + trials.size() + " tables" + capped(trials));
        results.add(verdict("resumes", trials.stream().map(TableTrial::resumed).toList()));
        results.add(verdict("types", trials.stream().map(TableTrial::types).toList()));
        return true;
    }

    private KitSource anew() {
        return new KitSource(contexts.get(), source, folder);
    }

    private static String capped(List<TableTrial> trials) {
        return trials.stream().anyMatch(TableTrial::isCapped)
                ? ", of the largest the first " + TableTrial.MOST_ROWS
                : "";
    }

    /** The first that failed, else the first that passed, else why none could be tried. */
    private static KitResult verdict(String check, List<KitResult> found) {
        return found.stream()
                .filter(result -> result.outcome() == KitResult.Outcome.FAILED)
                .findFirst()
                .or(() -> found.stream()
                        .filter(result -> result.outcome() == KitResult.Outcome.PASSED)
                        .findFirst())
                .orElse(found.isEmpty() ? KitResult.skipped(check, "there is no table") : found.get(0));
    }

    private static KitResult write(Probe probe) {
        Probe.WriteAttempt attempt = probe.writeAttempt();
        if (attempt != null && !attempt.refused()) {
            return KitResult.failed("no write", "a write that was tried was carried out: " + attempt.statement());
        }
        if (attempt != null) {
            return KitResult.passed("no write", "a write that was tried was refused: " + attempt.answer());
        }
        return Boolean.TRUE.equals(probe.canWrite())
                ? KitResult.failed("no write", "the account can write, and no write could be tried")
                : KitResult.passed("no write", probe.readOnlySession());
    }

    private void wrongCredential() {
        String check = "wrong credential";
        Optional<String> secret = connector.parameters().entrySet().stream()
                .filter(entry -> entry.getValue().secret())
                .map(Map.Entry::getKey)
                .filter(name -> !String.valueOf(source.parameters().values().getOrDefault(name, ""))
                        .isEmpty())
                .findFirst();
        if (secret.isEmpty()) {
            results.add(KitResult.skipped(check, "the source was given none"));
            return;
        }
        Map<String, String> values = new LinkedHashMap<>(source.parameters().values());
        values.put(secret.get(), "wrong-credential-of-the-kit");
        Source wrong = new Source(
                source.name(),
                source.connector(),
                new Parameters(values),
                source.limits(),
                source.tables(),
                source.acceptsWritableAccount());
        try (KitSource attached = new KitSource(contexts.get(), wrong, folder)) {
            attached.probe();
            attached.discover();
            results.add(KitResult.failed(check, "a wrong '" + secret.get() + "' was taken"));
        } catch (DayoneException e) {
            boolean clear = REFUSALS.contains(e.code());
            results.add(
                    clear
                            ? KitResult.passed(check, "refused as " + e.code())
                            : KitResult.failed(check, "told as " + e.code() + ", expected LOGIN_REFUSED"));
        }
    }

    private void passed(String check, String found) {
        results.add(KitResult.passed(check, found));
    }

    private <T> Optional<T> attempt(String check, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (DayoneException e) {
            results.add(new KitResult(
                    check, KitResult.Outcome.NO_ANSWER, e.line(), e.code().fault()));
            return Optional.empty();
        }
    }
}
