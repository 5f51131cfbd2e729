package org.townloop.base.media;

import java.util.Collection;
import java.util.Set;

/** A module in whose tables pictures are named, besides albums. What nobody names is cleared away after a day. */
public interface PictureUse {

    /** Which of the pictures are still needed. */
    Set<PictureId> inUse(Collection<PictureId> pictures);
}
