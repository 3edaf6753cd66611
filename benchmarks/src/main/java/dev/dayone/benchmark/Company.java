package dev.dayone.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A company's tables in some systems, with keys that are known here and told by no name: tables are {@code t1}, {@code t2},
 * columns {@code f1}, {@code f2}. References are empty now and then, some lead nowhere, and what else is in the tables looks
 * like keys often enough: counts, amounts in cents, postal codes, versions, times as numbers, words, names.
 */
final class Company {
    private static final String[] SOURCES = {"crm", "helpdesk", "erp"};
    private static final int FEWEST_ROWS = 30;
    private static final double ACROSS = 0.15;
    private static final double NOWHERE = 0.03;
    private static final double EMPTY = 0.3;
    private static final double HARDLY_ANY_HOLES = 1.1;
    private static final int OF_PEOPLE = 8;

    private final Random random;
    private final int columns;
    private final List<Table> tables = new ArrayList<>();
    private final Set<String> untold = new HashSet<>();
    private final Map<String, String> truth = new LinkedHashMap<>();

    /** A column; equal to itself alone. */
    private static final class Column {
        private final String[] values;

        Column(int rows, IntFunction<String> value) {
            this(IntStream.range(0, rows).mapToObj(value).toArray(String[]::new));
        }

        Column(String[] values) {
            this.values = values;
        }
    }

    private static final class Table {
        private final String source;
        private final String name;
        private final boolean unbroken;
        private final Column keys;
        private final List<Column> columns = new ArrayList<>();
        private @Nullable Column mails;

        Table(String source, String name, CompanyKey key, String[] keys) {
            this.unbroken = key.isCounted() && Long.parseLong(keys[keys.length - 1]) <= HARDLY_ANY_HOLES * keys.length;
            this.source = source;
            this.name = name;
            this.keys = new Column(keys);
            columns.add(this.keys);
        }

        int rows() {
            return keys.values.length;
        }

        String reference(Column column) {
            return source + "." + name + ".f" + (columns.indexOf(column) + 1);
        }
    }

    private record Reference(Table from, Column column, Table to, Column key) {}

    /** {@code most}: rows of the largest table. */
    Company(int tables, int columns, int most, long seed) {
        this.random = new Random(seed);
        this.columns = columns;
        for (int i = 0; i < tables; i++) {
            int rows = (int) (FEWEST_ROWS * Math.pow((double) most / FEWEST_ROWS, random.nextDouble()));
            CompanyKey key = CompanyKey.any(random);
            this.tables.add(new Table(SOURCES[i % SOURCES.length], "t" + (i + 1), key, key.keys(rows, random)));
        }
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            fill(this.tables.get(i), i, references);
        }
        for (Table table : this.tables) {
            Collections.shuffle(table.columns, random);
        }
        for (Reference reference : references) {
            String from = reference.from().reference(reference.column());
            truth.put(from, reference.to().reference(reference.key()));
            boolean unbroken = reference.key() == reference.to().keys && reference.to().unbroken;
            if (unbroken) {
                untold.add(from);
            }
        }
    }

    /** The columns that refer to keys which merely count 1 to n: what they hold, they hold of any numbers. */
    Set<String> untold() {
        return Collections.unmodifiableSet(untold);
    }

    /** From each column that refers to the one that it refers to. */
    Map<String, String> truth() {
        return Collections.unmodifiableMap(truth);
    }

    /** How many different values a column holds. */
    long distinct(String reference) {
        return tables.stream()
                .flatMap(table -> table.columns.stream()
                        .filter(column -> table.reference(column).equals(reference)))
                .mapToLong(column -> Arrays.stream(column.values).distinct().count())
                .sum();
    }

    /** The column that another refers to, and what it holds. */
    String key(String reference) {
        for (Table table : tables) {
            if (table.reference(table.keys).equals(reference)) {
                return reference + ", " + table.rows() + " keys such as " + table.keys.values[0] + " and "
                        + table.keys.values[table.rows() - 1];
            }
        }
        return reference;
    }

    private void fill(Table table, int index, List<Reference> references) {
        int wanted = random.nextInt(4);
        for (int i = 0; i < wanted; i++) {
            target(table, index).ifPresent(to -> {
                Column column = references(to.keys.values, table.rows());
                table.columns.add(column);
                references.add(new Reference(table, column, to, to.keys));
            });
        }
        if (random.nextInt(OF_PEOPLE) == 0) {
            addMails(table, references);
        }
        while (table.columns.size() < columns) {
            table.columns.add(attribute(table.rows()));
        }
    }

    /** Two of three people are known to another system, one in five of them there in other letters. */
    private void addMails(Table table, List<Reference> references) {
        Column mails =
                new Column(table.rows(), row -> "person" + random.nextInt(1 << 30) + "@mail" + row % 7 + ".example");
        for (Table other : tables) {
            Column known = other.mails;
            if (known != null && !other.source.equals(table.source) && other.rows() >= table.rows()) {
                List<String> shuffled = new ArrayList<>(List.of(known.values));
                Collections.shuffle(shuffled, random);
                for (int i = 0; i < mails.values.length && i < shuffled.size(); i++) {
                    String mail = random.nextInt(5) == 0 ? shuffled.get(i).toUpperCase(Locale.ROOT) : shuffled.get(i);
                    mails.values[i] = random.nextInt(3) > 0 ? mail : mails.values[i];
                }
                references.add(new Reference(table, mails, other, known));
                break;
            }
        }
        table.mails = mails;
        table.columns.add(mails);
    }

    private Optional<Table> target(Table table, int index) {
        boolean across = random.nextDouble() < ACROSS;
        List<Table> others = tables.subList(0, index).stream()
                .filter(other -> other.source.equals(table.source) != across)
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(others.get(random.nextInt(others.size())));
    }

    /** Some rows are used more than others; some references are empty or lead nowhere. */
    private Column references(String[] keys, int rows) {
        double empty = Math.max(0, random.nextDouble() * 2 * EMPTY - EMPTY);
        double nowhere = random.nextBoolean() ? 0 : random.nextDouble() * NOWHERE;
        double skew = 1 + random.nextInt(3);
        String[] others = keys.clone();
        Collections.shuffle(Arrays.asList(others), random);
        return new Column(rows, row -> {
            if (random.nextDouble() < empty) {
                return "";
            }
            String key = others[(int) (Math.pow(random.nextDouble(), skew) * others.length)];
            return random.nextDouble() < nowhere ? lost(key) : key;
        });
    }

    /** A key of the same look that is likely nobody's. */
    private String lost(String key) {
        if (key.length() > 30) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        return key.matches("\\d+")
                ? String.valueOf(Long.parseLong(key) + 1 + random.nextInt(50))
                : key.substring(0, key.length() - 3) + (100 + random.nextInt(900));
    }

    private static final String[] WORDS = {
        "open",
        "closed",
        "pending",
        "new",
        "gold",
        "silver",
        "standard",
        "north",
        "south",
        "east",
        "west",
        "anna",
        "peter",
        "maria",
        "jonas",
        "lena",
        "paul",
        "berlin",
        "paris",
        "rome",
        "oslo",
        "vienna",
        "madrid",
        "red",
        "green"
    };

    private Column attribute(int rows) {
        int few = 2 + random.nextInt(6);
        int from = random.nextInt(WORDS.length - few);
        int most = (int) Math.pow(10, 1 + random.nextInt(5));
        long epoch = 1_600_000_000L + random.nextInt(50_000_000);
        return switch (random.nextInt(11)) {
            case 0 -> new Column(rows, row -> WORDS[from + random.nextInt(few)]);
            case 1 -> new Column(rows, row -> String.valueOf(random.nextInt(most)));
            case 2 -> new Column(rows, row -> String.valueOf((int) Math.exp(random.nextGaussian() * 2 + 8)));
            case 3 -> new Column(rows, row -> String.valueOf(row + 1));
            case 4 -> new Column(rows, row -> String.valueOf(random.nextInt(2)));
            case 5 -> new Column(rows, row -> String.valueOf(epoch + row * 97L + random.nextInt(97)));
            case 6 ->
                new Column(
                        rows, row -> String.format(Locale.ROOT, "%d.%02d", random.nextInt(1000), random.nextInt(100)));
            case 7 ->
                new Column(
                        rows,
                        row -> String.format(
                                Locale.ROOT,
                                "20%02d-%02d-%02d",
                                18 + random.nextInt(8),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28)));
            case 8 -> new Column(rows, row -> String.valueOf(10_000 + random.nextInt(80_000)));
            case 9 ->
                new Column(
                        rows,
                        row -> WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)] + " "
                                + random.nextInt(500));
            default -> new Column(rows, row -> "+49" + (1_000_000_000L + random.nextInt(1_000_000_000)));
        };
    }

    /** Writes a folder of CSV files for each system, and a pilot that reads them all. */
    Path write(Path folder) throws IOException {
        StringBuilder pilot =
                new StringBuilder("pilot: company\ndescription: A company whose keys are known\nsources:\n");
        for (String source : SOURCES) {
            Files.createDirectories(folder.resolve(source));
            pilot.append("  ")
                    .append(source)
                    .append(":\n    connector: csv\n    parameters: {path: ")
                    .append(source)
                    .append("/*.csv}\n");
        }
        for (Table table : tables) {
            try (BufferedWriter out =
                    Files.newBufferedWriter(folder.resolve(table.source).resolve(table.name + ".csv"))) {
                write(table, out);
            }
        }
        return Files.writeString(folder.resolve("pilot.yaml"), pilot);
    }

    private static void write(Table table, BufferedWriter out) throws IOException {
        List<Column> columns = table.columns;
        out.write(
                IntStream.rangeClosed(1, columns.size()).mapToObj(i -> "f" + i).collect(Collectors.joining(",")));
        out.newLine();
        for (int i = 0; i < table.rows(); i++) {
            int row = i;
            out.write(columns.stream().map(column -> column.values[row]).collect(Collectors.joining(",")));
            out.newLine();
        }
    }
}
