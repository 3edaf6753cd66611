package dev.dayone.connector.file;

import dev.dayone.connector.Attachment;
import dev.dayone.connector.KameletParameters;
import dev.dayone.connector.PilotFolder;
import dev.dayone.connector.guard.StatementLog;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.jspecify.annotations.Nullable;

/**
 * Files as a source: its Kamelet sets the parameters, as values or as references to an {@link Attachment}. Outside of
 * dayone, paths are relative to the working directory. Files are opened for reading alone. Used by one thread at a time.
 */
public final class FileSource implements CamelContextAware, AutoCloseable {
    private static final String SNIFF = "sniff";

    private final KameletParameters parameters = new KameletParameters();
    private final OpenReaders readers = new OpenReaders(this);
    private @Nullable Map<String, FileTable> tables;

    @Override
    public @Nullable CamelContext getCamelContext() {
        return parameters.context();
    }

    @Override
    public void setCamelContext(CamelContext context) {
        parameters.context(context);
    }

    /** {@code csv}, {@code jsonl} or {@code parquet}. */
    public void setFormat(String format) {
        parameters.put("format", format);
    }

    public void setPath(String path) {
        parameters.put("path", path);
    }

    public void setDelimiter(String delimiter) {
        parameters.put("delimiter", delimiter);
    }

    public void setQuote(String quote) {
        parameters.put("quote", quote);
    }

    public void setEncoding(String encoding) {
        parameters.put("encoding", encoding);
    }

    public void setHeader(String header) {
        parameters.put("header", header);
    }

    /** The source's name in the pilot; outside of dayone, the path. */
    String name() {
        return parameters.source(value("path"));
    }

    /** Where readings are counted. */
    StatementLog log() {
        return parameters.log();
    }

    /** The readers that stand between two pages. */
    OpenReaders readers() {
        return readers;
    }

    /** The files, looked for anew. */
    Map<String, TableFile> files() {
        Attachment attachment = parameters.attachment();
        PilotFolder folder = attachment == null ? new PilotFolder(Path.of("")) : attachment.folder();
        return new FileSet(name(), folder, format().endings()).tables(value("path"));
    }

    /** The tables by name, looked at once. */
    Map<String, FileTable> tables() {
        Map<String, FileTable> known = tables;
        if (known == null) {
            known = new LinkedHashMap<>();
            FileFormat format = format();
            for (TableFile file : files().values()) {
                for (FileTable table : look(format, file)) {
                    known.putIfAbsent(table.name(), table);
                }
            }
            tables = known;
            parameters.onClose(this::close);
        }
        return known;
    }

    /** The table of a name. Throws {@link BadRequestException} TABLE_UNKNOWN. */
    FileTable table(String name) {
        FileTable table = tables().get(name);
        if (table == null) {
            throw new BadRequestException(
                    ErrorCode.TABLE_UNKNOWN,
                    "Cannot read '" + name + "' in '" + name() + "': no such file"
                            + Nearest.hint(name, tables().keySet())
                            + ", expected one that the parameter 'path' leads to. Correct the name or the path.");
        }
        return table;
    }

    private List<FileTable> look(FileFormat format, TableFile file) {
        Attachment attachment = parameters.attachment();
        TableSelection selection = attachment == null ? TableSelection.DEFAULT : attachment.table(file.table());
        try {
            long start = System.nanoTime();
            List<FileTable> found = format.look(file, selection.schema());
            log().ran("LOOK AT \"" + file.shown() + "\"", (System.nanoTime() - start) / 1_000_000);
            checkSchema(selection, found.get(0));
            return found;
        } catch (IOException e) {
            throw FileFailures.named(name(), file, e);
        }
    }

    private void checkSchema(TableSelection selection, FileTable table) {
        List<String> known =
                table.columns().stream().map(column -> column.name()).toList();
        for (String column : selection.schema().keySet()) {
            if (!known.contains(column)) {
                throw new BadRequestException(
                        ErrorCode.COLUMN_UNKNOWN,
                        "Cannot use the schema of '" + table.name() + "' in '" + name() + "': the file has no column '"
                                + column + "'" + Nearest.hint(column, known) + ", expected one of its columns. Correct"
                                + " the name in the pilot.");
            }
        }
    }

    FileFormat format() {
        return switch (value("format")) {
            case "jsonl" -> new JsonlFormat();
            case "parquet" -> new ParquetFormat();
            default ->
                new CsvFormat(
                        sniffed("delimiter") ? null : character("delimiter", value("delimiter")),
                        character("quote", parameters.has("quote") ? value("quote") : "\""),
                        sniffed("encoding") ? null : charset(value("encoding")),
                        sniffed("header") ? null : value("header").equals("present"));
        };
    }

    private boolean sniffed(String parameter) {
        String value = value(parameter);
        return value.isEmpty() || value.equals(SNIFF);
    }

    private char character(String parameter, String text) {
        String meant = text.equals("tab") ? "\t" : text;
        if (meant.length() != 1) {
            throw wrong(parameter, "expected one character, or 'tab'");
        }
        return meant.charAt(0);
    }

    private Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw wrong(parameters.has("encoding") ? "encoding" : "", "expected one such as UTF-8 or ISO-8859-1");
        }
    }

    private BadRequestException wrong(String parameter, String expected) {
        return new BadRequestException(
                ErrorCode.PARAMETER_INVALID,
                "Cannot use the parameters of source '" + name() + "': parameter '" + parameter + "' is not known, "
                        + expected + ". Correct it, or leave it out to have it sniffed.");
    }

    private String value(String name) {
        return parameters.value(name);
    }

    @Override
    public void close() {
        readers.close();
        tables = null;
    }
}
