package dev.dayone.app.command;

import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What to read of sources to prove or refute links: some rows of one side, and of the other the rows that their keys name. */
record SecondSample(PilotFile file, List<Link> links) {
    private static final long ROWS = 1000;

    /** Of a table without a key every row is read, and the other side for the keys of all. */
    private static final long MOST_LINKED = 100 * ROWS;

    /** The pilot's sources with these tables alone; its name is not the pilot's, so that nobody takes this for its snapshot. */
    PilotFile pilot() {
        Pilot asked = file.pilot();
        Set<TableRef> to = links.stream().map(link -> link.to().tableRef()).collect(Collectors.toSet());
        Set<TableRef> tables =
                links.stream().map(link -> link.from().tableRef()).collect(Collectors.toSet());
        tables.addAll(to);
        Map<String, Source> sources = new LinkedHashMap<>();
        asked.sources().forEach((name, source) -> {
            Map<String, TableSelection> selections = new HashMap<>();
            tables.stream()
                    .filter(table -> table.source().equals(name))
                    .forEach(table -> selections.put(
                            table.table(), few(source.table(table.table()), sample(asked, table, to.contains(table)))));
            if (!selections.isEmpty()) {
                sources.put(
                        name,
                        new Source(
                                name,
                                source.connector(),
                                source.parameters(),
                                source.limits(),
                                selections,
                                source.acceptsWritableAccount()));
            }
        });
        Flow flow = new Flow(links.get(0).from().tableRef(), links);
        return new PilotFile(
                file.path(),
                new Pilot(
                        asked.name() + "-discovery",
                        asked.description(),
                        null,
                        null,
                        sources,
                        flow,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        Set.of(),
                        null,
                        asked.retention()));
    }

    private static Sample sample(Pilot pilot, TableRef table, boolean linked) {
        if (linked) {
            return new Sample(SampleMethod.LINKED, MOST_LINKED, null);
        }
        Sample usual = pilot.sample(table);
        SampleMethod method = usual.method() == SampleMethod.LINKED ? SampleMethod.RANDOM : usual.method();
        return new Sample(method, Math.min(usual.rows(), ROWS), usual.by());
    }

    private static TableSelection few(TableSelection selection, Sample sample) {
        return new TableSelection(
                sample,
                selection.personal(),
                selection.shown(),
                selection.hash(),
                selection.drop(),
                false,
                selection.schema());
    }
}
