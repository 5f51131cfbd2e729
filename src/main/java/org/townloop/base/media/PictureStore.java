package org.townloop.base.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where pictures lie: on disk, or in a store that speaks S3. Content never changes under its name, so that writing it
 * again writes the same.
 */
interface PictureStore {

    void put(PictureId id, PictureSize size, byte[] jpeg);

    Optional<byte[]> get(PictureId id, PictureSize size);

    /**
     * Whether it is there.
     *
     * @throws java.io.UncheckedIOException if that cannot be told, such as of a disk that does not answer
     */
    boolean has(PictureId id, PictureSize size);

    /** Nothing happens if it is not there. */
    void remove(PictureId id);

    /**
     * Gives the names of all that was put there before that moment, in batches. What was begun before it and never
     * finished is cleared away.
     */
    void before(Instant moment, Consumer<List<PictureId>> batch);
}
