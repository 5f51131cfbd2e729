package org.townloop.loop.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.base.kernel.DataFolder;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.pack.Packs;

/**
 * The index of this process: opened and caught up when it is first needed, in the background, and written by one at a
 * time, who reads the tables under the lock, so that an older state never overwrites a newer one.
 */
@Component
class LiveIndex implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

    /** How long a search waits for an index that is being built. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataFolder folder;
    private final IndexContents contents;
    private final Packs packs;
    private final TransactionTemplate reading;
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable CompletableFuture<SearchIndex> opening;

    LiveIndex(DataFolder folder, IndexContents contents, Packs packs, PlatformTransactionManager transactions) {
        this.folder = folder;
        this.contents = contents;
        this.packs = packs;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Begins to open it, unless that was done. */
    synchronized CompletableFuture<SearchIndex> open() {
        var known = opening;
        if (known != null) {
            return known;
        }
        var begun = new CompletableFuture<SearchIndex>();
        opening = begun;
        Thread.ofPlatform().name("index").daemon().start(() -> {
            try {
                begun.complete(opened());
            } catch (RuntimeException e) {
                LOG.error("the index could not be built; the next search tries again", e);
                forget(begun);
                begun.completeExceptionally(e);
            }
        });
        return begun;
    }

    /** The index once it is caught up; empty if that takes too long. */
    Optional<SearchIndex> await() {
        try {
            return Optional.of(open().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.debug("no index yet", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Compares the index with the tables and mends what differs. */
    void catchUp() {
        await().ifPresent(this::catchUp);
    }

    /**
     * Writes what has changed; the next search sees it. An index that nobody opened yet needs nothing, one that is being
     * built may have read the tables before the change.
     */
    void refresh(Collection<OfferId> offers, Collection<PlaceId> places) {
        if (isOpen()) {
            var index = open().join();
            write(index, () -> contents.refresh(index, offers, places));
        }
    }

    @Override
    public void destroy() throws IOException {
        if (isOpen()) {
            var index = await();
            if (index.isPresent()) {
                index.get().close();
            }
        }
    }

    private SearchIndex opened() {
        var index = SearchIndex.open(folder.index(), form());
        catchUp(index);
        return index;
    }

    /** The connection is taken before the lock: those who wait for the lock may hold all others. */
    private void catchUp(SearchIndex index) {
        var start = System.nanoTime();
        reading.executeWithoutResult(status -> write(index, () -> {
            var changed = contents.catchUp(index);
            index.commit();
            LOG.info(
                    "the index was brought up to date: {} documents in {} ms",
                    changed,
                    (System.nanoTime() - start) / 1_000_000);
        }));
    }

    private void write(SearchIndex index, Writing work) {
        writing.lock();
        try {
            work.write();
            index.refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private synchronized boolean isOpen() {
        return opening != null;
    }

    private synchronized void forget(CompletableFuture<SearchIndex> failed) {
        if (opening == failed) {
            opening = null;
        }
    }

    /** Words and facets come from the packs: with another version of one all documents are others. */
    private String form() {
        return packs.installed().stream()
                .map(pack -> pack.id().value() + " " + pack.version())
                .collect(Collectors.joining(", ", Documents.FORM + ": ", ""));
    }
}
