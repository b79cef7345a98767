//! Sound files: RIFF WAVE, 16-bit PCM, two channels.

use super::SAMPLE_RATE_HZ;

/// Bytes of a frame: two samples of two bytes.
const FRAME_BYTES: u16 = 4;

/// A WAV file of `samples`, left and right in turn.
#[must_use]
pub fn wav(samples: &[i16]) -> Vec<u8> {
    // Two minutes are 20 MB; a figure is some seconds.
    let data_bytes = u32::try_from(2 * samples.len()).unwrap_or(u32::MAX - 36);
    let mut out = Vec::with_capacity(44 + 2 * samples.len());
    out.extend_from_slice(b"RIFF");
    out.extend_from_slice(&(36 + data_bytes).to_le_bytes());
    out.extend_from_slice(b"WAVEfmt ");
    out.extend_from_slice(&16_u32.to_le_bytes());
    // PCM, two channels.
    out.extend_from_slice(&1_u16.to_le_bytes());
    out.extend_from_slice(&2_u16.to_le_bytes());
    out.extend_from_slice(&SAMPLE_RATE_HZ.to_le_bytes());
    out.extend_from_slice(&(SAMPLE_RATE_HZ * u32::from(FRAME_BYTES)).to_le_bytes());
    out.extend_from_slice(&FRAME_BYTES.to_le_bytes());
    out.extend_from_slice(&16_u16.to_le_bytes());
    out.extend_from_slice(b"data");
    out.extend_from_slice(&data_bytes.to_le_bytes());
    for sample in samples {
        out.extend_from_slice(&sample.to_le_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::wav;

    #[test]
    fn the_header_says_what_follows() {
        let file = wav(&[1, -2, 3, -4]);
        assert_eq!(file.len(), 44 + 8);
        let number = |from: usize| u32::from_le_bytes(file[from..from + 4].try_into().unwrap());
        assert_eq!((&file[..4], &file[8..16]), (&b"RIFF"[..], &b"WAVEfmt "[..]));
        assert_eq!(number(4) as usize, file.len() - 8);
        assert_eq!((number(24), number(28)), (44_100, 176_400));
        assert_eq!((&file[36..40], number(40)), (&b"data"[..], 8));
        assert_eq!(&file[44..48], [1, 0, 254, 255]);
    }
}
