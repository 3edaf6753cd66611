package dev.dayone.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.snapshot.AtomicFile;
import dev.dayone.sample.defect.PlantedDefects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Says that data folders are whole, and of what: without it they are half and made anew.
 *
 * @param helpdeskOnPostgres why MariaDB was not to be had; empty if it was
 */
record LoadedMarker(PlantedDefects planted, String helpdeskOnPostgres) {
    /** Kept data looks recent for a week. */
    static final int DAYS_KEPT = 7;

    boolean fallback() {
        return !helpdeskOnPostgres.isEmpty();
    }

    /** The marker, if there is one that can be read and whose data still looks recent. */
    static Optional<LoadedMarker> read(Path file, LocalDate today) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            LoadedMarker marker = Json.MAPPER.readValue(Files.readString(file), LoadedMarker.class);
            LocalDate made = marker.planted().referenceDate();
            return made.isAfter(today) || made.plusDays(DAYS_KEPT).isBefore(today.plusDays(1))
                    ? Optional.empty()
                    : Optional.of(marker);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        AtomicFile.write(file, Json.write(this));
    }
}
