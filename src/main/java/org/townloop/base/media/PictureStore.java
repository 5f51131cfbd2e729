package org.townloop.base.media;

import java.util.Optional;

/**
 * Where pictures lie: on disk, or in a store that speaks S3. Content never changes under its name, so that writing it
 * again writes the same.
 */
interface PictureStore {

    void put(PictureId id, PictureSize size, byte[] jpeg);

    Optional<byte[]> get(PictureId id, PictureSize size);

    /** Nothing happens if it is not there. */
    void remove(PictureId id);
}
