package dev.dayone.connector.file;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Parquet, whose files tell their columns themselves. What is nested is named {@code a.b}; lists and maps are JSON text. */
record ParquetFormat() implements FileFormat {
    @Override
    public String product() {
        return "Parquet";
    }

    @Override
    public List<String> endings() {
        return List.of(".parquet");
    }

    @Override
    public List<FileTable> look(TableFile file, Map<String, ColumnType> schema) throws IOException {
        TableFile.State state = file.state();
        try (ParquetFileReader reader = open(file)) {
            List<ParquetColumn> columns = new ArrayList<>();
            columns(reader.getFileMetaData().getSchema(), "", List.of(), columns);
            List<ColumnInfo> infos = columns.stream()
                    .map(column -> new ColumnInfo(column.name(), column.sourceType(), column.type(), column.nullable()))
                    .toList();
            return List.of(new FileTable(
                    file.table(),
                    file,
                    state,
                    infos,
                    reader.getRecordCount(),
                    wanted -> new ParquetRows(open(file), chosen(columns, wanted))));
        }
    }

    private static List<ParquetColumn> chosen(List<ParquetColumn> columns, @Nullable List<String> wanted) {
        return wanted == null
                ? columns
                : columns.stream()
                        .filter(column -> wanted.contains(column.name()))
                        .toList();
    }

    // Parquet's own exceptions are of many kinds, and a damaged file provokes all of them.
    private static ParquetFileReader open(TableFile file) throws IOException {
        try {
            return ParquetFileReader.open(
                    new LocalInputFile(file.path()),
                    ParquetReadOptions.builder().build());
        } catch (ParquetCryptoRuntimeException e) {
            throw new BrokenFileException("it is encrypted", e);
        } catch (RuntimeException e) {
            throw new BrokenFileException("it is no Parquet file, or it is cut off or damaged", e);
        }
    }

    private static void columns(GroupType group, String prefix, List<Type> above, List<ParquetColumn> found) {
        for (Type field : group.getFields()) {
            List<Type> path = new ArrayList<>(above);
            path.add(field);
            String name = prefix + field.getName();
            boolean nested = !field.isPrimitive()
                    && field.getLogicalTypeAnnotation() == null
                    && !field.isRepetition(Type.Repetition.REPEATED);
            if (nested) {
                columns(field.asGroupType(), name + ".", path, found);
            } else {
                found.add(ParquetColumn.of(unique(name, found), path));
            }
        }
    }

    private static String unique(String name, List<ParquetColumn> found) {
        String unique = name;
        for (int n = 2; isTaken(unique, found); n++) {
            unique = name + "_" + n;
        }
        return unique;
    }

    private static boolean isTaken(String name, List<ParquetColumn> found) {
        return found.stream().anyMatch(column -> column.name().equals(name));
    }
}
