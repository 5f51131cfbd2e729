package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsThereAgain() throws IOException {
        write(3);
        assertThat(documents("one")).isEqualTo(3);
    }

    @Test
    void anIndexOfAnotherFormBeginsEmpty() throws IOException {
        write(3);
        assertThat(documents("two")).isZero();
    }

    @Test
    void anIndexThatIsDamagedBeginsEmpty() throws IOException {
        write(3);
        try (var files = Files.list(folder)) {
            var data = files.filter(file -> file.toString().endsWith(".cfs"))
                    .findFirst()
                    .orElseThrow();
            var bytes = Files.readAllBytes(data);
            bytes[bytes.length / 2] ^= 1;
            Files.write(data, bytes);
        }
        assertThat(documents("one")).isZero();
        write(2);
        assertThat(documents("one")).isEqualTo(2);
    }

    @Test
    void anIndexWhoseFilesAreGoneBeginsEmpty() throws IOException {
        write(3);
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".cfs")).toList()) {
                Files.delete(file);
            }
        }
        assertThat(documents("one")).isZero();
    }

    @Test
    void whileAnotherHasTheFolderTheIndexIsInMemory() throws IOException {
        try (var first = SearchIndex.open(folder, "one");
                var second = SearchIndex.open(folder, "one")) {
            add(second);
            second.refresh();
            assertThat(documents(second)).isEqualTo(1);
            assertThat(documents(first)).isZero();
        }
        assertThat(documents("one")).isZero();
    }

    private void write(int documents) throws IOException {
        try (var index = SearchIndex.open(folder, "one")) {
            for (int i = 0; i < documents; i++) {
                add(index);
            }
        }
    }

    private static void add(SearchIndex index) throws IOException {
        var document = new Document();
        document.add(new StringField(Fields.ID, "x", Field.Store.YES));
        document.add(new IntField(Fields.REGION, 1, Field.Store.NO));
        document.add(new NumericDocValuesField(Fields.CELL, 0));
        index.writer().addDocument(document);
    }

    private int documents(String form) throws IOException {
        try (var index = SearchIndex.open(folder, form)) {
            return documents(index);
        }
    }

    private static int documents(SearchIndex index) {
        return index.ask(searcher -> searcher.getIndexReader().numDocs());
    }
}
