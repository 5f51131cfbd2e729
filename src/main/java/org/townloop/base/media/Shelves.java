package org.townloop.base.media;

import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps files and rows together though no transaction holds both. A file is written before its row and removed after
 * the row's end was committed: whatever stops in between leaves a file that nobody names, never a name without a file.
 * Whoever writes the row and whoever removes the file wait for each other by the picture's name.
 */
@Component
class Shelves {

    private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);

    private final PictureStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    Shelves(PictureStore store, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.store = store;
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Before the transaction that writes the row. */
    void put(Developed developed) {
        developed.sizes().forEach((size, jpeg) -> store.put(developed.id(), size, jpeg));
    }

    /** In the transaction that writes the row: from here to its end nobody clears the file away. */
    void hold(Developed developed) {
        lock(developed.id());
        for (var size : developed.sizes().entrySet()) {
            if (!store.has(developed.id(), size.getKey())) {
                store.put(developed.id(), size.getKey(), size.getValue());
            }
        }
    }

    /** In a transaction: until its end, nobody else writes or clears away the picture. */
    void lock(PictureId id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('media.picture ' || ?, 0)) is null")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** Once the caller's transaction is committed, or now if there is none. */
    void clearAfterCommit(List<PictureId> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            pictures.forEach(this::clear);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                pictures.forEach(Shelves.this::clear);
            }
        });
    }

    /**
     * Removes the files unless there is a row, in a transaction of its own. Whoever asks has committed already, and is
     * not told if it fails: the sweep finds the files again.
     *
     * @return whether there is nothing left of it
     */
    boolean clear(PictureId id) {
        try {
            return removed(id);
        } catch (UncheckedIOException | DataAccessException | TransactionException e) {
            LOG.warn("the files of picture {} could not be cleared away yet", id.value(), e);
            return false;
        }
    }

    private boolean removed(PictureId id) {
        return Boolean.TRUE.equals(alone.execute(status -> {
            lock(id);
            var named = jdbc.sql("select exists (select 1 from media.picture where id = ?)")
                    .param(id.value())
                    .query(Boolean.class)
                    .single();
            if (!named) {
                store.remove(id);
            }
            return !named;
        }));
    }
}
