package org.townloop.surface.desk;

import java.util.List;
import org.townloop.base.media.Albums;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.PictureSize;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Photo;

/** The pictures of a place and of its offers. */
record PicturesView(Desk desk, Form form, List<Subject> subjects, boolean start) {

    /** What there are pictures of. */
    record Subject(String id, String name, List<PictureId> pictures) {

        boolean full() {
            return pictures.size() >= Albums.MOST;
        }

        Photo photo(PictureId picture) {
            return new Photo(picture, PictureSize.CARD, name, false);
        }
    }
}
