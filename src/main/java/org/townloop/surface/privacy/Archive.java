package org.townloop.surface.privacy;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Enclosure;
import org.townloop.base.identity.Erasures;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.PersonalRecords;
import org.townloop.surface.page.Page;

/**
 * All that is kept of a person as a ZIP file: JSON for programs, one file for each kind, and a page to read in both
 * languages. It is written while it is read, so that neither memory nor a connection is kept by a slow reader.
 */
@Component
class Archive {

    private final Erasures erasures;
    private final PersonalRecords records;
    private final ArchivePages pages;
    private final TemplateEngine templates;

    Archive(Erasures erasures, PersonalRecords records, ArchivePages pages, TemplateEngine templates) {
        this.erasures = erasures;
        this.records = records;
        this.pages = pages;
        this.templates = templates;
    }

    void write(Page page, PersonId person, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        var sheets = new ArrayList<ArchiveView.Sheet>();
        for (var kept : shown()) {
            sheets.add(write(kept, person, zip));
        }
        for (var enclosure : erasures.enclosures(person)) {
            write(enclosure, zip);
        }
        var index = new StringOutput();
        templates.render("privacy/archive.jte", pages.of(page, sheets), index);
        zip.putNextEntry(new ZipEntry("index.html"));
        zip.write(index.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    private static void write(Enclosure enclosure, ZipOutputStream zip) throws IOException {
        var content = enclosure.content().get();
        if (content.isPresent()) {
            zip.putNextEntry(new ZipEntry(enclosure.name()));
            zip.write(content.get());
            zip.closeEntry();
        }
    }

    private List<Kept> shown() {
        return erasures.kept().stream().filter(kept -> !kept.shown().isEmpty()).toList();
    }

    private ArchiveView.Sheet write(Kept kept, PersonId person, ZipOutputStream zip) throws IOException {
        var file = kept.what() + ".json";
        var sheet = pages.sheet(kept.what(), file);
        zip.putNextEntry(new ZipEntry(file));
        zip.write('[');
        try {
            records.read(kept, person, row -> {
                write(zip, (sheet.count() == 0 ? "\n" : ",\n") + row);
                sheet.add(row);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        zip.write("\n]\n".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return sheet.done();
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
