/* Writes time code made by libltc as a mono 16-bit WAV file: ltcenc OUT FPS CODE SECONDS RATE DROP DBFS */
#include <ltc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void little(FILE *file, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; i++) fputc((value >> (8 * i)) & 255, file);
}

static void header(FILE *file, uint32_t samples, uint32_t rate) {
  rewind(file);
  fputs("RIFF", file);
  little(file, 36 + 2 * samples, 4);
  fputs("WAVEfmt ", file);
  little(file, 16, 4);
  little(file, 1, 2);
  little(file, 1, 2);
  little(file, rate, 4);
  little(file, 2 * rate, 4);
  little(file, 2, 2);
  little(file, 16, 2);
  fputs("data", file);
  little(file, 2 * samples, 4);
}

int main(int argc, char **argv) {
  if (argc != 8) return 2;
  double fps = atof(argv[2]);
  int hours, mins, secs, frame, rate = atoi(argv[5]);
  if (sscanf(argv[3], "%d:%d:%d:%d", &hours, &mins, &secs, &frame) != 4) return 2;
  SMPTETimecode code = {0};
  strcpy(code.timezone, "+0000");
  code.hours = hours;
  code.mins = mins;
  code.secs = secs;
  code.frame = frame;
  LTCEncoder *encoder = ltc_encoder_create(rate, fps, fps == 25 ? LTC_TV_625_50 : LTC_TV_525_60, 0);
  ltc_encoder_set_volume(encoder, atof(argv[7]));
  ltc_encoder_set_timecode(encoder, &code);
  /* libltc takes 29.97 for drop frame by itself. */
  LTCFrame raw;
  ltc_encoder_get_frame(encoder, &raw);
  raw.dfbit = atoi(argv[6]) ? 1 : 0;
  ltc_encoder_set_frame(encoder, &raw);
  FILE *file = fopen(argv[1], "wb");
  if (!file) return 1;
  uint32_t samples = 0;
  header(file, 0, rate);
  for (int left = (int)(atof(argv[4]) * fps + 0.5); left > 0; left--) {
    ltcsnd_sample_t *buffer;
    ltc_encoder_encode_frame(encoder);
    int length = ltc_encoder_get_bufferptr(encoder, &buffer, 1);
    for (int i = 0; i < length; i++) little(file, (uint16_t)(((int)buffer[i] - 128) * 256), 2);
    samples += length;
    ltc_encoder_inc_timecode(encoder);
  }
  header(file, samples, rate);
  fclose(file);
  ltc_encoder_free(encoder);
  return 0;
}
