package org.townloop.loop.screening;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The index on disk. It is a projection: one that is missing, broken, or of another form is thrown away and begins
 * empty. While another process has the folder, the index is in memory.
 */
final class SearchIndex implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final String FORM = "form";

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String form;

    private SearchIndex(Directory directory, String form) throws IOException {
        this.writer = new IndexWriter(directory, configuration());
        this.searchers = new SearcherManager(writer, null);
        this.form = form;
    }

    /** @param form what must be the same for a document to mean the same */
    static SearchIndex open(Path folder, String form) {
        try {
            return openOrReplace(folder, form);
        } catch (LockObtainFailedException e) {
            LOG.info("another process has the index in {}: this one keeps its own in memory", folder);
            return inMemory(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IndexWriter writer() {
        return writer;
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** Makes what was written visible to the next search. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes what was written last; what is lost without it is written again at the next start. */
    void commit() throws IOException {
        writer.setLiveCommitData(Map.of(FORM, form).entrySet());
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        commit();
        searchers.close();
        writer.close();
    }

    private static SearchIndex openOrReplace(Path folder, String form) throws IOException {
        Files.createDirectories(folder);
        var directory = FSDirectory.open(folder);
        try {
            if (isWhole(directory, form)) {
                return new SearchIndex(directory, form);
            }
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the index in {} is broken and is built again: {}", folder, e.toString());
        }
        return replaced(folder, form);
    }

    private static SearchIndex replaced(Path folder, String form) throws IOException {
        var directory = FSDirectory.open(folder);
        directory.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
        directory.close();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        return new SearchIndex(FSDirectory.open(folder), form);
    }

    private static SearchIndex inMemory(String form) {
        try {
            return new SearchIndex(new ByteBuffersDirectory(), form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is an index of that form whose files are as they were written. */
    private static boolean isWhole(Directory directory, String form) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return false;
        }
        try (var reader = DirectoryReader.open(directory)) {
            if (!form.equals(reader.getIndexCommit().getUserData().get(FORM))) {
                return false;
            }
            for (var leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
            return true;
        }
    }

    private static IndexWriterConfig configuration() {
        return new IndexWriterConfig(WordAnalyzer.forIndex())
                .setCommitOnClose(false)
                .setIndexSort(new Sort(
                        IntField.newSortField(Fields.REGION, false, SortedNumericSelector.Type.MIN),
                        new SortField(Fields.CELL, SortField.Type.LONG)));
    }

    /** Asks one state of the index; it stays as it is until the answer is there. */
    <T> T ask(Question<T> question) {
        try {
            var searcher = searchers.acquire();
            try {
                return question.ask(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }
}
