package dev.dayone.readiness.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.readiness.table.NearestName;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence, without a value of the data, what went wrong in Spark or Deequ. */
public final class Failure {
    private static final Pattern QUOTED = Pattern.compile("`((?:[^`]|``)*)`");
    private static final int LONGEST = 240;

    private Failure() {}

    /**
     * What is read of a table's files. Throws {@link BadRequestException} where these cannot be read, and else what reading
     * throws.
     */
    public static <T> T reading(TableRef table, Supplier<T> work) {
        try {
            return work.get();
        } catch (Exception e) { // Spark throws what it does not declare
            BadRequestException unreadable = unreadable(e, table);
            if (unreadable != null) {
                throw unreadable;
            }
            throw e;
        }
    }

    /** The failure as one to throw, if it says that the snapshot's files cannot be read; else null. */
    public static @Nullable BadRequestException unreadable(Throwable failure, TableRef table) {
        String found = null;
        for (Throwable cause : causes(failure)) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof ParquetCryptoRuntimeException || cause instanceof BadRequestException) {
                found =
                        "the workspace's key does not open its files. Use the workspace, with the key, that sampled them,"
                                + " or sample again.";
                break;
            }
            if (cause instanceof FileNotFoundException) {
                found = "a file is missing. Sample again.";
            } else if (found == null
                    && ((cause instanceof IOException && !(cause instanceof JsonProcessingException))
                            || cause instanceof ParquetDecodingException
                            || message.contains("is not a Parquet file")
                            || message.contains("while reading file")
                            || cause.getClass().getName().contains("SchemaColumnConvertNotSupported"))) {
                found = "a file is damaged or not as dayone writes it. Sample again.";
            }
        }
        return found == null
                ? null
                : new BadRequestException(
                        ErrorCode.SNAPSHOT_UNREADABLE,
                        "Cannot read table '" + table + "' of the snapshot: " + found,
                        failure);
    }

    /** One sentence for people. */
    public static String sentence(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof ParseException parse) {
                return "The SQL cannot be read: " + firstLine(parse);
            }
            if (cause instanceof AnalysisException analysis) {
                return analysis(analysis);
            }
        }
        for (Throwable cause : causes(failure)) {
            // A message of a running query may hold a value of a row: its class says what happened without it.
            if (cause instanceof SparkThrowable spark && spark.getErrorClass() != null) {
                return "The calculation broke off: "
                        + spark.getErrorClass().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
            }
        }
        List<Throwable> causes = causes(failure);
        return "The calculation broke off: "
                + causes.get(causes.size() - 1).getClass().getSimpleName() + ".";
    }

    private static String analysis(AnalysisException failure) {
        String kind = String.valueOf(failure.getErrorClass());
        Map<String, String> parameters = failure.getMessageParameters();
        if (kind.startsWith("UNRESOLVED_COLUMN")) {
            String name = last(names(parameters.getOrDefault("objectName", "")));
            List<String> proposals = new ArrayList<>();
            for (String proposal : parameters.getOrDefault("proposal", "").split(", ")) {
                proposals.add(last(names(proposal)));
            }
            return "There is no column '" + name + "'" + NearestName.hint(name, proposals);
        }
        if (kind.equals("UNRESOLVED_ROUTINE")) {
            return "There is no function '" + last(names(parameters.getOrDefault("routineName", ""))) + "'.";
        }
        return "The SQL does not fit the data: " + firstLine(failure);
    }

    private static List<String> names(String quoted) {
        List<String> names = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(quoted);
        while (matcher.find()) {
            names.add(matcher.group(1).replace("``", "`"));
        }
        return names.isEmpty() ? List.of(quoted) : names;
    }

    private static String last(List<String> names) {
        return names.get(names.size() - 1);
    }

    static String firstLine(Throwable failure) {
        String line = String.valueOf(failure.getMessage())
                .strip()
                .lines()
                .findFirst()
                .orElse("no message")
                .replaceFirst("^\\[[A-Z0-9_.]+] ?", "")
                .replaceFirst(" ?SQLSTATE: \\w+", "")
                .replaceFirst(";? ?(?:line \\d+,? )?pos \\d+;?$", "")
                .replaceFirst("\\s*\\(line \\d+, pos \\d+\\)\\s*$", "");
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return cut.endsWith(".") || cut.endsWith("…") ? cut : cut + ".";
    }

    static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
