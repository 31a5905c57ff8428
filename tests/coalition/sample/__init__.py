"""The sample coalition: made from readable files, true to its day, and gone without a trace."""
