package org.townloop.surface.page;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.townloop.base.kernel.Absent;
import org.townloop.base.media.Audience;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.PictureSize;
import org.townloop.base.media.Pictures;

/** A picture that only two see: no browser, and nothing between, keeps it. */
public final class PrivatePicture {

    private PrivatePicture() {}

    /** Whoever asks may see it: the caller has made sure. */
    public static ResponseEntity<byte[]> of(Pictures pictures, PictureId id) {
        var jpeg = pictures.find(id, PictureSize.PAGE, Audience.PARTIES)
                .orElseThrow(() -> new Absent("picture " + id.value()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_JPEG)
                .header("X-Content-Type-Options", "nosniff")
                .body(jpeg);
    }
}
