package org.townloop.supply.merchant.listing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads files of places and of regions. It makes the regions it needs, may be run again with the same files, and goes on
 * after whatever is wrong with a row or a file.
 */
@Component
public class Import {

    private final List<PlaceReader> readers;
    private final PlaceImport places;
    private final RegionImport regions;

    Import(List<PlaceReader> readers, PlaceImport places, RegionImport regions) {
        this.readers = readers;
        this.places = places;
        this.regions = regions;
    }

    /**
     * Brings in all files, those of regions first.
     *
     * @param files CSV and JSON files, or folders of them
     */
    public Report run(List<Path> files, Options options, Progress progress) {
        var start = System.nanoTime();
        var reports = new ArrayList<FileReport>();
        var texts = new ArrayList<SourceText>();
        for (var file : files.stream().flatMap(file -> expanded(file).stream()).toList()) {
            read(file, texts, reports);
        }
        texts.stream()
                .filter(DivisionFile::reads)
                .sorted(DivisionFile.HIGHEST_FIRST)
                .forEach(text -> reports.add(regions.run(text, progress)));
        texts.stream()
                .filter(text -> !DivisionFile.reads(text))
                .forEach(text -> reports.add(ofPlaces(text, options, progress)));
        return new Report(reports, Duration.ofNanos(System.nanoTime() - start));
    }

    private FileReport ofPlaces(SourceText text, Options options, Progress progress) {
        return readers.stream()
                .filter(reader -> reader.reads(text))
                .findFirst()
                .map(reader -> places.run(text, reader, options, progress))
                .orElseGet(() -> unreadable(
                        text,
                        "neither a CSV file with the columns osm_id, name, lon, lat, class or code, name, nor a JSON"
                                + " array of [name, {领域 …}] pairs"));
    }

    private static void read(Path file, List<SourceText> texts, List<FileReport> reports) {
        var name = file.toString();
        try {
            texts.add(SourceText.of(name, Files.readAllBytes(file)));
        } catch (IOException e) {
            reports.add(unreadable(new SourceText(name, "", StandardCharsets.UTF_8), "cannot be read: " + e));
        }
    }

    private static FileReport unreadable(SourceText text, String why) {
        var tally = new Tally(text);
        tally.problem(0, why);
        return tally.report(FileReport.Form.UNREADABLE);
    }

    private static List<Path> expanded(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var inside = Files.walk(path)) {
            return inside.filter(file -> file.toString().matches(".*\\.(csv|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
