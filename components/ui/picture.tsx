type PictureProps = { src: string; alt: string; width: number; height: number; className?: string };

/**
 * A picture that not everybody may see, asked for with the reader's own session as soon as it comes into view. Not the component of the
 * framework: that one keeps made-over copies for whoever asks, and writes a style that the Content-Security-Policy forbids.
 */
export function Picture({ src, alt, width, height, className }: PictureProps) {
  return <img src={src} alt={alt} width={width} height={height} loading="lazy" className={className} />;
}
